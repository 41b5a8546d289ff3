import type { Standing } from '../domain/access-evidence.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { Milliseconds, Timekeeper } from '../domain/time.ts';
import type { AccessDoor } from '../systems/open-access.ts';
import { reconcile } from './audit.ts';
import { allCells, cellsOf, type Strength } from './cells.ts';
import { type JournaledDoor, journaled } from './journal.ts';
import { cedarOracle } from './oracle.ts';
import type { PersonFor } from './people.ts';
import { NoLog, readLog } from './read-log.ts';
import { tryRelations } from './relations.ts';
import type { AccessRules } from './rules.ts';
import { plantAndFollowUp } from './snooping.ts';
import { tryCell } from './try-cells.ts';
import { World } from './world.ts';

/** What a matrix is tried with. */
export interface MatrixRun {
  readonly rules: AccessRules;
  readonly door: AccessDoor;
  readonly run: string;
  readonly strength: Strength;
  readonly seed: number;
  readonly personFor: PersonFor;
  readonly clock: Timekeeper;
  /** How far the system's clock is ahead of Genrep's. */
  readonly clockAhead?: Milliseconds;
  readonly signal: AbortSignal;
  readonly sink: EvidenceSink;
  /** Called after every cell, with how many there are in all. */
  readonly progress?: (tried: number, all: number) => void;
}

/** Tries every chosen cell, the relations that hold whatever the rules are, and the log; what it is worth reports judge. */
export async function runMatrix(options: MatrixRun): Promise<void> {
  const { rules, strength, seed, clock, signal, sink, progress = () => {} } = options;
  const oracle = cedarOracle(rules);
  const cells = cellsOf(rules, oracle, strength, seed);
  const door = journaled(options.door);
  const world = new World({ ...options, door });
  const beganAt = clock.now();
  sink({
    type: 'access-opened',
    ...{ rules: rules.name, title: rules.title, hash: rules.hash, standings: rules.standings, strength },
    stated: rules.rules.map(({ id, sv, en, expect, source }) => ({ id, sv, en, expect, source })),
    cells: { all: allCells(rules, oracle).length, tried: cells.length },
  });
  const standings = new Map(rules.standings.map((standing) => [standing.id, standing]));
  try {
    for (const [index, cell] of cells.entries()) {
      signal.throwIfAborted();
      sink(await tryCell(world, oracle, standings.get(cell.who) as Standing, cell));
      progress(index + 1, cells.length);
    }
    for (const related of await tryRelations({ world, standings: rules.standings })) sink(related);
    for (const followed of await plantAndFollowUp(world)) sink(followed);
  } finally {
    // However far it came: what it made is there, and whoever tidies up after it must know.
    sink({ type: 'access-made', made: madeThrough(door) });
  }
  sink(await heldAgainstLog(world, beganAt, options.clockAhead ?? 0, () => clock.now()));
  sink({ type: 'access-closed', requests: door.requests(), took: clock.now() - beganAt });
}

const madeThrough = ({ done }: JournaledDoor): string[] =>
  done.flatMap(({ deeds, what, refused }) =>
    deeds.includes('C') && !refused && what.includes('/') ? [what] : [],
  );

async function heldAgainstLog({ door }: World, beganAt: number, clockAhead: Milliseconds, now: () => number) {
  const done = [...door.done];
  const [from, until] = [beganAt, now()].map((at) => new Date(at + clockAhead).toISOString());
  try {
    const events = await readLog(door, door.accounts.registry, `date=ge${from}&date=le${until}`);
    return reconcile(done, events, clockAhead);
  } catch (error) {
    if (!(error instanceof NoLog)) throw error;
    const nothing = { done: done.length, found: 0, entries: 0, explained: 0, examples: [] };
    return { type: 'access-logged', ...nothing, reason: error.message } as const;
  }
}
