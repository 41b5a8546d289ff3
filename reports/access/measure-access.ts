import type {
  AccessCell,
  AccessClosed,
  AccessFollowedUp,
  AccessLogged,
  AccessOpened,
  AccessRelated,
  AccessTried,
  Expected,
} from '../../domain/access-evidence.ts';
import { countVerdicts, type Verdict, worst } from '../../domain/verdict.ts';
import type { RunHistory } from '../history.ts';

/** A cell that was tried, with what is said of it. */
export interface CellResult extends Omit<AccessTried, 'type'> {
  readonly verdict: Verdict;
}

/** What somebody must, may and must not with one thing, over all its ways, consents and blocks. */
export interface Square {
  readonly who: string;
  readonly what: AccessCell['what'];
  /** More than one where it depends on consent, block or way. */
  readonly expected: readonly Expected[];
  readonly verdict: Verdict;
  readonly tried: number;
}

type Judged<E> = Omit<E, 'type'> & { readonly verdict: Verdict };

/** What a matrix of access came to; plain data. */
export interface AccessResult {
  readonly opened: Omit<AccessOpened, 'type'>;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** What was shown or done that must not, and what was refused that must be. */
  readonly shown: readonly CellResult[];
  readonly refused: readonly CellResult[];
  /** Those that could not be tried, or were answered by an error; the first of each reason. */
  readonly open: readonly CellResult[];
  readonly squares: readonly Square[];
  /** How many cells each rule decided. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly relations: readonly Judged<AccessRelated>[];
  readonly log?: Judged<AccessLogged>;
  readonly followUps: readonly Judged<AccessFollowedUp>[];
  readonly closed?: Omit<AccessClosed, 'type'>;
}

/** What some runs say of access; of several that tried it the latest. */
export function measureAccess(runs: readonly RunHistory[]): AccessResult | undefined {
  const access = runs.findLast((run) => run.access !== undefined)?.access;
  if (access === undefined) return undefined;
  const cells = access.tried.map(resultOf);
  const wrong = cells.filter(({ verdict }) => verdict === 'fail');
  return {
    opened: access.opened,
    counts: countVerdicts(cells.map(({ verdict }) => verdict)),
    shown: wrong.filter(({ seen }) => seen === 'shown'),
    refused: wrong.filter(({ seen }) => seen === 'kept'),
    open: firstOfEach(cells.filter(({ verdict }) => verdict === 'not-covered' || verdict === 'error')),
    squares: squaresOf(cells),
    byRule: countBy(cells.flatMap(({ rules }) => rules)),
    relations: access.related.map((related) => ({ ...related, verdict: ofRelation(related) })),
    ...(access.logged === undefined ? {} : { log: { ...access.logged, verdict: ofLog(access.logged) } }),
    followUps: access.followedUp.map((followed) => ({ ...followed, verdict: ofFollowUp(followed) })),
    ...(access.closed === undefined ? {} : { closed: access.closed }),
  };
}

/** Everything that was judged of a matrix: its cells, and what was tried beside them. */
export const verdictsOf = ({ counts, relations, log, followUps }: AccessResult): readonly Verdict[] => [
  ...(Object.keys(counts) as Verdict[]).filter((verdict) => counts[verdict] > 0),
  ...[...relations, ...followUps, ...(log === undefined ? [] : [log])].map(({ verdict }) => verdict),
];

const resultOf = ({ type: _, ...tried }: AccessTried): CellResult => ({ ...tried, verdict: ofCell(tried) });

function ofCell({ expected, seen }: Pick<AccessTried, 'expected' | 'seen'>): Verdict {
  if (seen === 'not-covered' || seen === 'error') return seen;
  if (expected === 'may') return 'pass';
  return (expected === 'must') === (seen === 'shown') ? 'pass' : 'fail';
}

const ofRelation = ({ tried, broken }: AccessRelated): Verdict =>
  tried === 0 ? 'not-covered' : broken === 0 ? 'pass' : 'fail';

function ofLog({ done, found, entries, explained, reason }: AccessLogged): Verdict {
  if (reason !== undefined || done === 0) return 'not-covered';
  return found === done && explained === entries ? 'pass' : 'fail';
}

function ofFollowUp({ planted, found, false: wrongly, reason }: AccessFollowedUp): Verdict {
  if (reason !== undefined || planted === 0) return 'not-covered';
  return found === planted && wrongly === 0 ? 'pass' : 'fail';
}

function squaresOf(cells: readonly CellResult[]): Square[] {
  const squares = Map.groupBy(cells, ({ cell }) => `${cell.who} ${cell.what}`);
  return [...squares.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { who, what } = first.cell;
    const expected = whatIsExpected(own.map((each) => each.expected));
    return [{ who, what, expected, verdict: worst(own.map(({ verdict }) => verdict)), tried: own.length }];
  });
}

/** What must be let by reading and searching is not asked of the other ways: a must beside a may is a must. */
function whatIsExpected(expected: readonly Expected[]): Expected[] {
  const all = new Set(expected);
  if (all.has('must')) all.delete('may');
  return [...all].sort();
}

const firstOfEach = (cells: readonly CellResult[]): CellResult[] =>
  [...Map.groupBy(cells, ({ observed }) => observed).values()].flatMap(([first]) => first ?? []);

const countBy = (ids: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, own]) => [id, own.length]));
