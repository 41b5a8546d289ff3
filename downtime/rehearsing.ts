import type {
  DrillEvent,
  DrillFact,
  DrillStanding,
  DrillTold,
  DrillWhat,
  DrillWrote,
} from '../domain/drill-evidence.ts';
import type { Patient } from '../domain/patient.ts';
import { SECOND, type Timekeeper } from '../domain/time.ts';
import type { DrillClient } from './client.ts';
import type { DrillOf, Shut } from './drill.ts';
import type { LaboratoryRoles } from './laboratory.ts';
import { admit, find, type Noted, type Standing, write } from './records.ts';

/** What a drill is held with. */
export interface Means {
  readonly client: DrillClient;
  /** What opens and shuts the way to the system, or to a part of it. */
  readonly door: Door;
  readonly clock: Timekeeper;
  /** Of the run: no two write the same numbers. */
  readonly run: string;
  readonly people: readonly Patient[];
  readonly sink: (event: DrillEvent) => void;
  readonly progress: (what: string) => void;
  /** Where a laboratory stops: those who order, and those who answer. */
  readonly laboratory?: LaboratoryRoles;
  /** Where a system is left: the one that is gone back to. */
  readonly back?: { readonly client: DrillClient; readonly name: string };
}

export interface Door {
  set(mode: 'up' | 'read-only' | Shut): Promise<void> | void;
}

/** Somebody a drill is about: the drill's own name for them, and the system's handle. */
export interface Person {
  readonly key: string;
  readonly reference: string;
}

type Untold<E> = E extends DrillEvent ? Omit<E, 'drill'> : never;

/** A drill under way: its people are in the system, and what happens is told. */
export interface Rehearsing<D extends DrillOf = DrillOf> extends Means {
  readonly name: string;
  readonly drill: D;
  readonly persons: readonly Person[];
  tell(event: Untold<DrillEvent>): void;
}

/** One way to stop, from when its people are there until everything has been looked at. */
export type Script<D extends DrillOf> = (rehearsing: Rehearsing<D>) => Promise<void>;

/** Brings in the people of a drill. */
export async function begin<D extends DrillOf>(
  { name, drill }: { readonly name: string; readonly drill: D },
  means: Means,
): Promise<Rehearsing<D>> {
  const { client, run, people, sink } = means;
  const tell = (event: Untold<DrillEvent>): void => sink({ ...event, drill: name } as DrillEvent);
  const persons = await Promise.all(
    people.map(async (person, index) => ({
      key: `p${index}`,
      reference: await admit(client, `${run}/${name}/p${index}`, person),
    })),
  );
  tell({ type: 'drill-made', made: persons.map(({ reference }) => reference) });
  return { ...means, name, drill, persons, tell };
}

/** Something that is measured or given now, to the index-th of the people in turn. */
export function factAt({ run, name, persons, clock }: Rehearsing, number: string, index: number): DrillFact {
  const { key = '' } = persons[index % persons.length] ?? {};
  return {
    ...{ number: `${run}/${name}/${number}`, patient: key },
    ...{ value: 60 + ((index * 7) % 50), at: wholeSecond(clock.now()) },
  };
}

/** Writes it, and tells what came of that. */
export async function note(
  rehearsing: Rehearsing,
  what: Noted,
  when: DrillWrote['when'],
  fact: DrillFact,
  client = rehearsing.client,
): Promise<DrillTold> {
  const patient = handleOf(rehearsing, fact.patient);
  const written = await write(client, what, { ...fact, patient });
  rehearsing.tell({ type: 'drill-wrote', what, when, ...fact, ...written });
  return written.told;
}

/** Looks what stands under numbers. */
export async function lookUp(
  rehearsing: Rehearsing,
  what: Noted,
  numbers: Iterable<string>,
  client = rehearsing.client,
): Promise<void> {
  const made: string[] = [];
  for (const number of new Set(numbers)) {
    const found = await find(client, what, number);
    made.push(...(found ?? []).map(({ reference }) => reference));
    tellFound(rehearsing, what, number, found);
  }
  // Of another system than the one that is rehearsed in, nothing is this run's to take away.
  if (client === rehearsing.client) rehearsing.tell({ type: 'drill-made', made });
}

export const tellFound = (
  rehearsing: Rehearsing,
  what: DrillWhat,
  number: string,
  found: readonly Standing[] | undefined,
  waiting?: number,
): void =>
  rehearsing.tell({
    ...{ type: 'drill-found', what, number },
    ...(found === undefined ? {} : { found: found.map((one) => standing(rehearsing, one)) }),
    ...(waiting === undefined ? {} : { waiting }),
  });

/** What stands in the system, of whom the drill calls it. */
export function standing(
  { persons }: Pick<Rehearsing, 'persons'>,
  { reference: _, ...one }: Standing,
): DrillStanding {
  const own = persons.find(({ reference }) => reference === one.patient);
  return own === undefined ? one : { ...one, patient: own.key };
}

export const handleOf = ({ persons }: Pick<Rehearsing, 'persons'>, key: string): string =>
  persons.find((person) => person.key === key)?.reference ?? '';

/** Paper has no milliseconds, and not every system keeps them. */
export const wholeSecond = (epoch: number): number => epoch - (epoch % SECOND);

const PROBE_EVERY = 200;

/** Asks until it is so, or the limit is out, and tells when it was; answers whether it was. */
export async function recovered(
  { clock, tell }: Pick<Rehearsing, 'clock' | 'tell'>,
  { from, within }: { readonly from: number; readonly within: number },
  isBack: () => Promise<boolean>,
): Promise<boolean> {
  while (clock.now() - from <= within * SECOND) {
    if (await isBack()) {
      tell({ type: 'drill-came', moment: 'recovered', at: clock.now() });
      return true;
    }
    await clock.pause(PROBE_EVERY);
  }
  return false;
}
