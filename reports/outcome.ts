import { type Outcome, outcomeOf } from '../domain/outcome.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { ASPECTS } from './aspects/index.ts';
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
 * What was not chosen to be played says nothing of them; where nothing at all was judged, nothing can be told. A shard
 * cannot answer for what another shard may show: only what was seen to go wrong counts against it.
 * @param reasons why gates are shut, of what was chosen; an echo says no more than what it echoes
 */
export function outcomeOfRuns(
  { runs, instances, monitors }: Summary,
  gates: readonly GateResult[],
  reasons: readonly GateReason[],
): RunsOutcome {
  const whole = gates.find(({ id }) => id === WHOLE_RUN)?.verdict ?? 'not-covered';
  const passed = gates.filter(({ id, verdict }) => id !== WHOLE_RUN && verdict === 'pass');
  const against = reasons.filter(
    ({ gate, verdict }) => gate.id !== WHOLE_RUN && (!isShard(runs) || isSeen(verdict)),
  );
  const seen = monitors.flatMap(({ verdict }) => (verdict === 'fail' ? [{ verdict }] : []));
  const beside = ASPECTS.flatMap((aspect) => aspect.verdicts(runs)).map((verdict) => ({ verdict }));
  const judged = [...instances, ...beside, ...passed, ...against, ...seen];
  const verdict = worst([whole, worst(judged.map((each) => each.verdict))]);
  const cut = runs.some(({ journal }) => journal.ending !== 'complete');
  return { outcome: outcomeOf(verdict, { cut }), verdict };
}

const isShard = (runs: Summary['runs']): boolean =>
  runs.length === 1 && runs.every(({ started }) => started.asked?.options.shard !== undefined);

const isSeen = (verdict: Verdict): boolean => verdict === 'fail' || verdict === 'error';
