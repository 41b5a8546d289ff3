import { type Outcome, outcomeOf } from '../domain/outcome.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { WHOLE_RUN } from './gates/run-complete.ts';
import type { GateResult } from './judge-gates.ts';
import type { GateReason } from './reasons.ts';
import type { Summary } from './verdicts.ts';

/** What some runs came to, and the verdict that it rests on. */
export interface RunsOutcome {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

/**
 * What runs came to by themselves: never better than any flow that was played, nor than a gate that they could answer.
 * What was not chosen to be played says nothing of them; where nothing at all was judged, nothing can be told.
 * @param reasons why gates are shut, of what was chosen; an echo says no more than what it echoes
 */
export function outcomeOfRuns(
  { runs, instances }: Summary,
  gates: readonly GateResult[],
  reasons: readonly GateReason[],
): RunsOutcome {
  const whole = gates.find(({ id }) => id === WHOLE_RUN)?.verdict ?? 'not-covered';
  const passed = gates.filter(({ id, verdict }) => id !== WHOLE_RUN && verdict === 'pass');
  const judged = [...instances, ...passed, ...reasons.filter(({ gate }) => gate.id !== WHOLE_RUN)];
  const verdict = worst([whole, worst(judged.map((each) => each.verdict))]);
  const cut = runs.some(({ journal }) => journal.ending !== 'complete');
  return { outcome: outcomeOf(verdict, { cut }), verdict };
}
