import type { Patient } from '../domain/patient.ts';
import { SECOND, type Timekeeper } from '../domain/time.ts';
import type { Drill } from './drill.ts';
import type { Gateway } from './gateway.ts';
import { admit, canRead, type DrillClient, find, type Measured, type Written, write } from './records.ts';

/** A paper form: filled in while the system was down, or made void. */
interface Paper extends Measured {
  readonly isVoid: boolean;
}

/** A line of the printed list: what was known of a patient when it was printed. */
interface ListLine {
  readonly patient: string;
  readonly name: string;
  readonly number: string;
  readonly value: number;
  readonly at: number;
}

/** A write that was tried, when, and what was said of it. */
export interface Tried extends Measured {
  readonly when: 'before' | 'read-only' | 'edge' | 'down';
  readonly told: Written;
}

/** All that happened in a drill, before anybody judges it. */
export interface Rehearsed {
  readonly drill: Drill;
  readonly list: { readonly printedAt: number; readonly lines: readonly ListLine[] };
  /** When it stopped, and when it was over, epoch milliseconds. */
  readonly stoppedAt: number;
  readonly overAt: number;
  /** When it could be read and written again; absent where it never could within the limit. */
  readonly recoveredAt?: number;
  readonly tried: readonly Tried[];
  readonly reads: readonly { readonly when: 'read-only' | 'down'; readonly ok: boolean }[];
  readonly papers: readonly Paper[];
  /** Forms that were entered, each by its number, and what was said of it the last time it was sent. */
  readonly entered: ReadonlyMap<string, Written>;
  /** What stands in the system under each number afterwards; undefined where it did not tell. */
  readonly found: ReadonlyMap<string, readonly Omit<Measured, 'number'>[] | undefined>;
}

export interface Rehearsing {
  readonly client: DrillClient;
  readonly gateway: Pick<Gateway, 'set'>;
  readonly clock: Timekeeper;
  /** Of the run: no two write the same numbers. */
  readonly run: string;
  readonly people: readonly Patient[];
  readonly progress: (what: string) => void;
}

/** One in so many forms is made void: somebody wrote on the wrong one. */
const VOID_EVERY = 5;
/** One in so many is entered by two people. */
const TWICE_EVERY = 3;
const PROBE_EVERY = 200;

/** Walks through a downtime: list, read-only, gone, paper, back, back-entry, and a look at everything. */
export async function rehearse(drill: Drill, about: Rehearsing): Promise<Rehearsed> {
  const { client, gateway, clock, run, people, progress } = about;
  progress('patienter läggs in');
  const patients = await Promise.all(
    people.map(async (person, index) => ({
      person,
      reference: await admit(client, `${run}/p${index}`, person),
    })),
  );
  const tried: Tried[] = [];
  const measure = (number: string, index: number): Measured => ({
    ...{ number: `${run}/${number}`, patient: patients[index % patients.length]?.reference ?? '' },
    ...{ value: 60 + ((index * 7) % 50), at: wholeSecond(clock.now()) },
  });
  const tryWrite = async (when: Tried['when'], one: Measured): Promise<void> => {
    tried.push({ ...one, when, told: await write(client, one) });
  };
  for (const index of patients.keys()) await tryWrite('before', measure(`f${index}`, index));
  const list = await printList(about, patients, tried);

  const reads: Rehearsed['reads'][number][] = [];
  const look = async (when: 'read-only' | 'down'): Promise<void> => {
    const [first] = patients;
    if (first !== undefined) reads.push({ when, ok: await canRead(client, first.reference) });
  };
  if (drill.warning > 0) {
    progress('bara läsning');
    gateway.set('read-only');
    await look('read-only');
    for (const index of patients.keys()) await tryWrite('read-only', measure(`r${index}`, index));
    await clock.pause(drill.warning * SECOND);
  }
  progress('borta: papper');
  // What is on its way when the door is shut may have arrived or not.
  const edge = patients.map((_, index) => tryWrite('edge', measure(`k${index}`, index)));
  const stoppedAt = clock.now();
  gateway.set(drill.what);
  await Promise.all(edge);
  await look('down');
  for (const index of patients.keys()) await tryWrite('down', measure(`n${index}`, index));
  const papers = await fillIn(drill, measure, patients.length, clock);

  progress('tillbaka: efterregistrering');
  gateway.set('up');
  const overAt = clock.now();
  const recoveredAt = await recovery(drill, about, patients[0]?.reference ?? '', measure, overAt);
  const entered = await enter(client, papers, tried);
  progress('avstämning');
  const found = new Map<string, readonly Omit<Measured, 'number'>[] | undefined>();
  for (const { number } of [...tried, ...papers]) found.set(number, await find(client, number));
  return {
    ...{ drill, list, stoppedAt, overAt, tried, reads, papers, entered, found },
    ...(recoveredAt === undefined ? {} : { recoveredAt }),
  };
}

/** The last known state of every patient, out of the system itself. */
async function printList(
  { client, clock }: Rehearsing,
  patients: readonly { readonly person: Patient; readonly reference: string }[],
  tried: readonly Tried[],
): Promise<Rehearsed['list']> {
  const printedAt = clock.now();
  const lines: ListLine[] = [];
  for (const { person, reference } of patients) {
    const own = tried.filter(({ patient }) => patient === reference);
    for (const { number } of own) {
      const [latest] = (await find(client, number)) ?? [];
      if (latest !== undefined)
        lines.push({
          ...latest,
          patient: reference,
          name: `${person.givenName} ${person.familyName}`,
          number,
        });
    }
  }
  return { printedAt, lines };
}

/** Forms over the time that it is down, each with the hour that stands on it. */
async function fillIn(
  { down, paper }: Drill,
  measure: (number: string, index: number) => Measured,
  patients: number,
  clock: Timekeeper,
): Promise<Paper[]> {
  const count = patients * paper;
  const papers: Paper[] = [];
  for (let index = 0; index < count; index += 1) {
    papers.push({ ...measure(`papper-${index + 1}`, index), isVoid: index % VOID_EVERY === VOID_EVERY - 1 });
    await clock.pause((down * SECOND) / count);
  }
  return papers;
}

/** When it can be read and written again: tried until the limit is out. */
async function recovery(
  { recoverWithin }: Drill,
  { client, clock }: Rehearsing,
  patient: string,
  measure: (number: string, index: number) => Measured,
  overAt: number,
): Promise<number | undefined> {
  const probe = measure('prov', 0);
  while (clock.now() - overAt <= recoverWithin * SECOND) {
    if ((await canRead(client, patient)) && (await write(client, probe)) === 'accepted') return clock.now();
    await clock.pause(PROBE_EVERY);
  }
  return undefined;
}

/**
 * Enters what is on paper with the time that stands on it, and what nobody knows the fate of; some by two people. Void forms are not
 * entered.
 */
async function enter(
  client: DrillClient,
  papers: readonly Paper[],
  tried: readonly Tried[],
): Promise<ReadonlyMap<string, Written>> {
  const entered = new Map<string, Written>();
  const uncertain = tried.filter(({ told }) => told === 'unknown');
  for (const [index, one] of [...papers.filter(({ isVoid }) => !isVoid), ...uncertain].entries()) {
    entered.set(one.number, await write(client, one));
    if (index % TWICE_EVERY === 0) entered.set(one.number, await write(client, one));
  }
  return entered;
}

/** Paper has no milliseconds, and not every system keeps them. */
const wholeSecond = (epoch: number): number => epoch - (epoch % SECOND);
