import {
  ACCESS_WAYS,
  ACTS,
  type AccessCell,
  type AccessWay,
  BLOCKS,
  CONSENTS,
  type Standing,
  THINGS,
  type Thing,
} from '../domain/access-evidence.ts';
import { randomStream } from '../domain/random.ts';
import type { Oracle } from './oracle.ts';
import type { AccessRules } from './rules.ts';

/** Which combinations of dimensions are tried: all, or such that any so many values meet in some cell. */
export type Strength = 2 | 3 | 'all';

const ACTS_AND_THINGS = [...THINGS, ...ACTS] as const;
const isAct = (what: AccessCell['what']): boolean => (ACTS as readonly string[]).includes(what);

/** What a record is made of. */
export const RECORD_THINGS = [
  'note',
  'drug',
  'allergy',
  'measurement',
  'answer',
  'contact',
] as const satisfies readonly Thing[];

/** The ways to each thing that is not reached in all of them. */
const WAYS: Readonly<Partial<Record<AccessCell['what'], readonly AccessWay[]>>> = {
  'protected-identity': ['read', 'search', 'include', 'history', 'everything', 'ask-by-it'],
  'blocked-at-all': ['search'],
  'blocked-where': ['read', 'search', 'history'],
  log: ['search'],
};

const OF_RECORD: readonly AccessWay[] = ACCESS_WAYS.filter((way) => way !== 'do');

const waysTo = (what: AccessCell['what']): readonly AccessWay[] =>
  isAct(what) ? ['do'] : (WAYS[what] ?? OF_RECORD);

/** Things that a block says something of. */
const BLOCKABLE: ReadonlySet<string> = new Set(
  THINGS.filter((thing) => thing !== 'protected-identity' && thing !== 'log'),
);
const ABOUT_BLOCKS: ReadonlySet<string> = new Set(['blocked-at-all', 'blocked-where']);

/** Those who may be asked for consent are those outside the caregiver. */
const BY_CONSENT: ReadonlySet<string> = new Set(['other-caregiver', 'municipality']);
/** Those who stand outside the unit whose data is blocked, within health care. */
const OUTSIDE: ReadonlySet<string> = new Set(['other-unit', 'former-unit', 'no-relation', 'other-caregiver']);

/** Says which combinations can come about at all; the others are no cells. */
function possible({ standings }: AccessRules, oracle: Oracle): (cell: AccessCell) => boolean {
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const mayOpen = (standing: Standing): boolean =>
    oracle.decide(standing, { consent: 'not-asked', block: 'blocked', what: 'open-blocked', way: 'do' })
      .expected !== 'must-not';
  const openers = new Set(standings.filter(mayOpen).map(({ id }) => id));
  return ({ who, consent, block, what }) => {
    const relation = byId.get(who)?.relation ?? '';
    if (consent !== 'not-asked' && (!BY_CONSENT.has(relation) || isAct(what))) return false;
    if (ABOUT_BLOCKS.has(what) && (block === 'none' || block === 'lifted')) return false;
    if (block === 'none') return true;
    if (!BLOCKABLE.has(what)) return false;
    return block === 'blocked' || block === 'lifted' || (OUTSIDE.has(relation) && openers.has(who));
  };
}

/** Every cell that there is. */
export function allCells(rules: AccessRules, oracle: Oracle): AccessCell[] {
  const isPossible = possible(rules, oracle);
  const cells: AccessCell[] = [];
  for (const { id: who } of rules.standings)
    for (const what of ACTS_AND_THINGS)
      for (const way of waysTo(what))
        for (const block of BLOCKS)
          for (const consent of CONSENTS) {
            const cell = { who, consent, block, what, way };
            if (isPossible(cell)) cells.push(cell);
          }
  return cells;
}

/**
 * The cells to try: all, or so few of them that any two or three values that can meet do so in at least one. Only cells that
 * can come about are chosen among, so that what cannot meet leaves nothing out. The same seed gives the same cells.
 */
export function cellsOf(rules: AccessRules, oracle: Oracle, strength: Strength, seed: number): AccessCell[] {
  const all = allCells(rules, oracle);
  return strength === 'all' ? all : covering(shuffled(all, seed), strength);
}

const DIMENSIONS = [
  'who',
  'consent',
  'block',
  'what',
  'way',
] as const satisfies readonly (keyof AccessCell)[];

/** Greedy: first whatever cell has the most that no cell before it had, then the next. */
function covering(cells: readonly AccessCell[], strength: number): AccessCell[] {
  const together = choices(DIMENSIONS, strength);
  const meetingsIn = (cell: AccessCell): string[] =>
    together.map((dimensions) => dimensions.map((dimension) => `${dimension}=${cell[dimension]}`).join(' '));
  const met = new Set<string>();
  const chosen: AccessCell[] = [];
  for (let least = together.length; least > 0; least -= 1) {
    for (const cell of cells) {
      const meetings = meetingsIn(cell);
      if (meetings.filter((meeting) => !met.has(meeting)).length < least) continue;
      for (const meeting of meetings) met.add(meeting);
      chosen.push(cell);
    }
  }
  return chosen;
}

/** Every choice of so many. */
function choices<T>(from: readonly T[], size: number): T[][] {
  const [first, ...rest] = from;
  if (size === 0) return [[]];
  if (first === undefined) return [];
  return [...choices(rest, size - 1).map((others) => [first, ...others]), ...choices(rest, size)];
}

function shuffled<T>(things: readonly T[], seed: number): T[] {
  const draws = randomStream(seed, 'access-cells', 'order');
  return things
    .map((thing) => ({ thing, at: draws.next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}
