import type { Milliseconds } from '../../domain/time.ts';
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
    const slow = edges.filter(({ p95 }) => p95 === null || p95 > atMost);
    const [slowest] = edges;
    const most = duration(atMost);
    return {
      verdict: edges.length === 0 ? 'not-covered' : slow.length === 0 ? 'pass' : 'fail',
      limit: both(
        `högst ${most.sv} i varje överlämning (p95)`,
        `at most ${most.en} in every hand-over (p95)`,
      ),
      measured: slowest === undefined ? both('inget mätt', 'nothing measured') : worstOf(slowest),
      reasons: edges.length === 0 ? [nothingMeasured] : slow.map((edge) => tooSlow(edge, atMost, failures)),
    };
  },
};

const worstOf = ({ p95 }: HandOverResult): Bilingual => {
  const took = latencyText(p95);
  return both(`${took.sv} i den långsammaste`, `${took.en} in the slowest`);
};

/** A latency, or that it was never seen in time. */
export const latencyText = (latency: number | null): Bilingual =>
  latency === null ? both('sågs inte i tid', 'not seen in time') : duration(latency);

const nothingMeasured = notChosen(both('Ingen överlämning mättes.', 'No hand-over was measured.'));

/** Where only steps that failed break the limit, the reason is but another side of them. */
function tooSlow(
  { from, to, example, p95, n, neverSeen, failedAt, slowestHeld }: HandOverResult,
  atMost: Milliseconds,
  all: readonly Failure[],
): Reason {
  const [took, most] = [latencyText(p95), duration(atMost)];
  return {
    verdict: 'fail',
    text: both(
      `${from.sv} → ${to.sv}: p95 ${took.sv}, högst ${most.sv} (”${example}”; ${neverSeen} av ${n} sågs aldrig i tid).`,
      `${from.en} → ${to.en}: p95 ${took.en}, at most ${most.en} (“${example}”; ${neverSeen} of ${n} never seen in time).`,
    ),
    failures: [],
    causes: (slowestHeld ?? 0) > atMost ? [] : keysOfSteps(all, new Set(failedAt)),
  };
}
