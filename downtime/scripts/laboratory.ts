import type { DrillFact, DrillWrote } from '../../domain/drill-evidence.ts';
import { SECOND } from '../../domain/time.ts';
import type { LaboratoryDrill } from '../drill.ts';
import { answer, answersTo, type LaboratoryRoles, order, unitOf, waitingFor } from '../laboratory.ts';
import { factAt, handleOf, type Rehearsing, recovered, type Script, tellFound } from '../rehearsing.ts';

/** An order, and the handle that the system gave on it. */
interface Ordered extends DrillFact {
  readonly reference: string;
}

/** One order in so many cannot wait: the laboratory does it on paper, and telephones. */
const PAPER_EVERY = 3;
/** How long an answer may be on its way through the laboratory: looks, and milliseconds between them. */
const LOOKS = 50;
const BETWEEN = 200;

/**
 * The laboratory's system stops and the rest goes on: orders queue, what cannot wait is done on paper, and afterwards each order is
 * done once: not twice because it was sent again, and not again because its paper was already answered.
 */
export const laboratory: Script<LaboratoryDrill> = async (rehearsing) => {
  const { door, clock, drill, persons, tell, progress, laboratory: roles } = rehearsing;
  if (roles === undefined) throw new Error('A drill of a laboratory needs those who order and answer.');
  const to = await unitOf(roles);
  const ordered: Ordered[] = [];
  const place = async (when: DrillWrote['when'], number: string, index: number): Promise<void> => {
    const fact = { ...factAt(rehearsing, number, index), value: 110 + (index % 40) };
    const patient = handleOf(rehearsing, fact.patient);
    const written = await order(roles, fact.number, { patient, laboratory: to, at: fact.at });
    tell({ type: 'drill-wrote', what: 'order', when, ...fact, ...written });
    const { reference } = written;
    if (reference !== undefined) ordered.push({ ...fact, reference });
  };
  for (const index of persons.keys()) await place('before', `f${index}`, index);
  const keepsList = await isOnList(rehearsing, roles, ordered);

  progress('laboratoriet är borta: beställningar köar');
  tell({ type: 'drill-came', moment: 'stopped', at: clock.now() });
  await door.set('laboratory');
  const count = persons.length * drill.orders;
  const before = ordered.length;
  for (let index = 0; index < count; index += 1) {
    await place('down', `n${index}`, index);
    await clock.pause((drill.down * SECOND) / count);
  }
  const papers = ordered.slice(before).filter((_, index) => index % PAPER_EVERY === 0);
  for (const { reference: _, ...fact } of papers)
    tell({ type: 'drill-paper', what: 'answer', isVoid: false, ...fact });

  progress('tillbaka: kön går fram');
  await door.set('up');
  const overAt = clock.now();
  tell({ type: 'drill-came', moment: 'over', at: overAt });
  await recovered(rehearsing, { from: overAt, within: drill.recoverWithin }, async () => {
    // Of a system that tells of no such list nobody can see that they have come, until they are answered.
    if (!keepsList) return true;
    const waiting = await Promise.all(ordered.map(({ reference }) => waitingFor(roles, reference)));
    return waiting.every((each) => each !== undefined && each > 0);
  });
  const onPaper = new Set(papers.map(({ number }) => number));
  await answerAll(rehearsing, roles, 'back-entry', papers);
  await answerAll(
    rehearsing,
    roles,
    'after',
    ordered.filter(({ number }) => !onPaper.has(number)),
  );

  progress('avstämning');
  const made: string[] = [];
  for (const { number, reference } of ordered) {
    const found = await answered(rehearsing, roles, reference);
    made.push(...(found ?? []).map((each) => each.reference));
    const waiting = keepsList ? await waitingFor(roles, reference) : undefined;
    tellFound(rehearsing, 'answer', number, found, waiting);
  }
  tell({ type: 'drill-made', made });
};

/** Whether the system tells what stands to be done at the laboratory: what was ordered before it stopped comes to stand there. */
async function isOnList(
  { clock }: Rehearsing,
  roles: LaboratoryRoles,
  [first]: readonly Ordered[],
): Promise<boolean> {
  for (let look = 1; first !== undefined && look <= LOOKS; look += 1) {
    if (((await waitingFor(roles, first.reference)) ?? 0) > 0) return true;
    await clock.pause(BETWEEN);
  }
  return false;
}

async function answerAll(
  rehearsing: Rehearsing,
  roles: LaboratoryRoles,
  when: 'back-entry' | 'after',
  orders: readonly Ordered[],
): Promise<void> {
  for (const { reference, ...fact } of orders) {
    const { number, value, at } = fact;
    const patient = handleOf(rehearsing, fact.patient);
    const { told } = await answer(roles, number, { patient, ordered: reference, value, at });
    rehearsing.tell({ type: 'drill-wrote', what: 'answer', when, ...fact, told });
  }
}

/** An answer takes its way through the laboratory; one that does not come is looked for as long as the others took, and no longer. */
async function answered({ clock }: Rehearsing, roles: LaboratoryRoles, reference: string) {
  for (let look = 1; ; look += 1) {
    const found = await answersTo(roles, reference);
    if (found === undefined || found.length > 0 || look >= LOOKS) return found;
    await clock.pause(BETWEEN);
  }
}
