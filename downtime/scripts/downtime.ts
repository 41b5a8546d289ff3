import type { DrillFact } from '../../domain/drill-evidence.ts';
import { SECOND } from '../../domain/time.ts';
import { canRead } from '../client.ts';
import type { DowntimeDrill } from '../drill.ts';
import { type Noted, notedOf } from '../records.ts';
import {
  factAt,
  handleOf,
  lookUp,
  note,
  type Rehearsing,
  recovered,
  type Script,
  standing,
  wholeSecond,
} from '../rehearsing.ts';

/** A paper form: filled in while the system was down, or made void. */
interface Form extends DrillFact {
  readonly what: Noted;
  readonly isVoid: boolean;
}

/** One in so many forms is made void: somebody wrote on the wrong one. */
const VOID_EVERY = 5;
/** One in so many is entered by two people. */
const TWICE_EVERY = 3;
/** One dose in so many is never given, and nobody writes anything of it. */
const MISSED_EVERY = 4;

/** Walks through a downtime: list, read-only, gone, paper, back, back-entry, and a look at everything. */
export const downtime: Script<DowntimeDrill> = async (rehearsing) => {
  const { client, door, clock, drill, persons, tell, progress } = rehearsing;
  const numbers: string[] = [];
  const unsure = new Map<string, DrillFact>();
  const tryWrite = async (when: 'before' | 'read-only' | 'edge' | 'down', fact: DrillFact) => {
    numbers.push(fact.number);
    if ((await note(rehearsing, 'measurement', when, fact)) === 'unknown') unsure.set(fact.number, fact);
  };
  const tryAll = async (when: 'before' | 'read-only' | 'down', prefix: string) => {
    for (const index of persons.keys()) await tryWrite(when, factAt(rehearsing, `${prefix}${index}`, index));
  };
  const look = async (when: 'read-only' | 'down'): Promise<void> =>
    tell({ type: 'drill-read', when, ok: await canRead(client, handleOf(rehearsing, 'p0')) });

  await tryAll('before', 'f');
  tell({ type: 'drill-came', moment: 'printed', at: clock.now() });
  await printList(rehearsing);
  if (drill.warning > 0) {
    progress('bara läsning');
    await door.set('read-only');
    tell({ type: 'drill-came', moment: 'read-only', at: clock.now() });
    await look('read-only');
    await tryAll('read-only', 'r');
    await clock.pause(drill.warning * SECOND);
  }
  progress('borta: papper');
  // What is on its way when the door is shut may have arrived or not.
  const edge = persons.map((_, index) => tryWrite('edge', factAt(rehearsing, `k${index}`, index)));
  tell({ type: 'drill-came', moment: 'stopped', at: clock.now() });
  await door.set(drill.what);
  await Promise.all(edge);
  await look('down');
  await tryAll('down', 'n');
  const forms = await fillIn(rehearsing);

  progress('tillbaka: efterregistrering');
  await door.set('up');
  const overAt = clock.now();
  tell({ type: 'drill-came', moment: 'over', at: overAt });
  const probe = factAt(rehearsing, 'prov', 0);
  await recovered(rehearsing, { from: overAt, within: drill.recoverWithin }, async () => {
    if (!(await canRead(client, handleOf(rehearsing, 'p0')))) return false;
    return (await note(rehearsing, 'measurement', 'after', probe)) === 'accepted';
  });
  await enter(rehearsing, forms, [...unsure.values()]);

  progress('avstämning');
  const isDose = ({ what }: Form): boolean => what === 'dose';
  const measured = forms.filter((form) => !isDose(form)).map(({ number }) => number);
  await lookUp(rehearsing, 'measurement', [...numbers, probe.number, ...measured]);
  await lookUp(
    rehearsing,
    'dose',
    forms.filter(isDose).map(({ number }) => number),
  );
  if (drill.doses > 0) await lookForDoses(rehearsing);
};

/** The last known of every patient, out of the system itself. */
async function printList(rehearsing: Rehearsing): Promise<void> {
  for (const { reference } of rehearsing.persons) {
    for (const { number, ...known } of (await notedOf(rehearsing.client, 'measurement', reference)) ?? []) {
      rehearsing.tell({ type: 'drill-listed', number, ...standing(rehearsing, known) });
    }
  }
}

/** Forms over the time that it is down, each with the hour that stands on it: what is measured, and the doses that are due. */
async function fillIn(rehearsing: Rehearsing<DowntimeDrill>): Promise<Form[]> {
  const { drill, persons, clock, tell } = rehearsing;
  const begunAt = clock.now();
  const inTurn = (each: number) =>
    Array.from({ length: persons.length * each }, (_, index) => ({
      index,
      // Each patient has theirs evenly over the time; the patients come in turn.
      after: (Math.floor(index / persons.length) * drill.down * SECOND) / each,
    }));
  const planned = [
    ...inTurn(drill.paper).map((one) => ({ ...one, what: 'measurement' as const })),
    ...inTurn(drill.doses).map((one) => ({ ...one, what: 'dose' as const })),
  ].toSorted((one, other) => one.after - other.after);
  const forms: Form[] = [];
  for (const { what, index, after } of planned) {
    await clock.pause(Math.max(0, begunAt + after - clock.now()));
    if (what === 'measurement') {
      const isVoid = index % VOID_EVERY === VOID_EVERY - 1;
      forms.push({ ...factAt(rehearsing, `papper-${index + 1}`, index), what, isVoid });
      continue;
    }
    const isMissed = index % MISSED_EVERY === MISSED_EVERY - 1;
    const dose = { ...factAt(rehearsing, `dos-${index + 1}`, index), value: 2 };
    const { patient, at, number } = dose;
    tell({ type: 'drill-due', patient, at, ...(isMissed ? {} : { given: number }) });
    if (!isMissed) forms.push({ ...dose, what, isVoid: false });
  }
  await clock.pause(Math.max(0, begunAt + drill.down * SECOND - clock.now()));
  for (const form of forms) tell({ type: 'drill-paper', ...form });
  return forms;
}

/**
 * Enters what is on paper with the time that stands on it, and what nobody knows the fate of; some by two people. Void forms are not
 * entered.
 */
async function enter(
  rehearsing: Rehearsing,
  forms: readonly Form[],
  unsure: readonly DrillFact[],
): Promise<void> {
  const all = [
    ...forms.filter(({ isVoid }) => !isVoid),
    ...unsure.map((fact) => ({ ...fact, what: 'measurement' as const })),
  ];
  for (const [index, { what, number, patient, value, at }] of all.entries()) {
    const fact = { number, patient, value, at };
    await note(rehearsing, what, 'back-entry', fact);
    if (index % TWICE_EVERY === 0) await note(rehearsing, what, 'back-entry', fact);
  }
}

/** What the next one at the bedside sees of doses that were given, whoever entered them. */
async function lookForDoses(rehearsing: Rehearsing): Promise<void> {
  for (const { key, reference } of rehearsing.persons) {
    const doses = await notedOf(rehearsing.client, 'dose', reference);
    rehearsing.tell({
      ...{ type: 'drill-doses', patient: key },
      ...(doses === undefined
        ? {}
        : { at: doses.flatMap(({ at }) => (at === undefined ? [] : wholeSecond(at))) }),
    });
  }
}
