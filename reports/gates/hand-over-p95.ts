import type { Milliseconds } from '../../domain/time.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { type Bilingual, both, duration } from '../../pages/bilingual.ts';
import { type Failure, keysOfSteps } from '../failures.ts';
import type { HandOverResult } from '../hand-overs.ts';
import { byADay } from './closing.ts';
import { type GateStrategy, notChosen, type Reason, ROBOTS } from './gate.ts';

/** On every edge between two actors, 95 of 100 hand-overs are seen this soon, on the system's clock. */
export const handOverP95: GateStrategy<'hand-over-p95'> = {
  from: ROBOTS,
  closing: () => byADay,
  judge({ atMost }, { handOvers, failures }) {
    const edges = handOvers.filter(({ clock }) => clock === 'system');
    const against = edges.flatMap((edge) => {
      const verdict = soonEnough(edge, atMost);
      return verdict === 'pass' ? [] : [tooSlow(verdict, edge, atMost, failures)];
    });
    const [slowest] = edges;
    const most = duration(atMost);
    return {
      verdict:
        slowest === undefined ? 'not-covered' : worst(['pass', ...against.map(({ verdict }) => verdict)]),
      limit: both(
        `högst ${most.sv} i varje överlämning (p95)`,
        `at most ${most.en} in every hand-over (p95)`,
      ),
      measured: slowest === undefined ? both('inget mätt', 'nothing measured') : worstOf(slowest),
      reasons: slowest === undefined ? [nothingMeasured] : against,
    };
  },
};

/** Whether p95 of an edge is within a limit: not known where it hangs on what nobody can tell. */
export function soonEnough(
  { p95Between: [least, most] }: HandOverResult,
  atMost: Milliseconds,
): 'pass' | 'fail' | 'unknown' {
  if (least === null || least > atMost) return 'fail';
  return most === null || most > atMost ? 'unknown' : 'pass';
}

export const worstOf = (slowest: HandOverResult): Bilingual => {
  const took = p95Text(slowest);
  return both(`${took.sv} i den långsammaste`, `${took.en} in the slowest`);
};

/** p95 of an edge, or why it has none. */
export const p95Text = (edge: HandOverResult): Bilingual => latencyText(edge.p95, edge);

/** A latency of an edge, or that it was never seen in time, or that nobody can tell. */
export const latencyText = (
  latency: Milliseconds | null,
  { n, untold }: Pick<HandOverResult, 'n' | 'untold'>,
): Bilingual => {
  if (latency !== null) return duration(latency);
  return n === untold
    ? both('går inte att säga', 'cannot be told')
    : both('sågs inte i tid', 'not seen in time');
};

/** How often an edge was not seen, and how often nobody can tell. */
export const missedText = ({ n, neverSeen, untold }: HandOverResult): Bilingual =>
  both(
    [
      ...(neverSeen > 0 || untold === 0 ? [`${neverSeen} av ${n} sågs aldrig i tid`] : []),
      ...(untold > 0 ? [`om ${untold} av ${n} går det inte att säga`] : []),
    ].join('; '),
    [
      ...(neverSeen > 0 || untold === 0 ? [`${neverSeen} of ${n} never seen in time`] : []),
      ...(untold > 0 ? [`of ${untold} of ${n} nobody can tell`] : []),
    ].join('; '),
  );

const nothingMeasured = notChosen(both('Ingen överlämning mättes.', 'No hand-over was measured.'));

/** Where only steps that failed break the limit, the reason is but another side of them. */
function tooSlow(
  verdict: Verdict,
  edge: HandOverResult,
  atMost: Milliseconds,
  all: readonly Failure[],
): Reason {
  const { from, to, example, failedAt, slowestHeld } = edge;
  const [took, most, missed] = [p95Text(edge), duration(atMost), missedText(edge)];
  return {
    verdict,
    text: both(
      `${from.sv} → ${to.sv}: p95 ${took.sv}, högst ${most.sv} (”${example}”; ${missed.sv}).`,
      `${from.en} → ${to.en}: p95 ${took.en}, at most ${most.en} (“${example}”; ${missed.en}).`,
    ),
    failures: [],
    causes: (slowestHeld ?? 0) > atMost ? [] : keysOfSteps(all, new Set(failedAt)),
  };
}
