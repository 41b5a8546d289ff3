import type { EvidenceEvent } from '../domain/evidence.ts';
import type { RunHistory } from '../reports/history.ts';
import type { SimulationResult } from '../simulation/day/result.ts';

/** What a simulation said, as events: each figure by itself, so that gates can read it, and the rest as it is. */
export function* eventsOf({ estimates, ...result }: SimulationResult): Generator<EvidenceEvent> {
  for (const { mean, halfWidth, ...estimate } of estimates) {
    yield { type: 'estimate', ...estimate, mean: finite(mean), halfWidth: finite(halfWidth) };
  }
  yield { type: 'simulated', result: { ...result } };
}

/** The same back again, of a run that was a simulation. */
export function resultOf({ estimates, simulated }: RunHistory): SimulationResult | undefined {
  if (simulated === undefined) return undefined;
  return revived({
    ...simulated.result,
    estimates: estimates.map(({ type: _, ...estimate }) => estimate),
  }) as SimulationResult;
}

/** JSON has no NaN, which is what figures of nothing are; nothing else in a result is null. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const revived = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) => (part === null ? Number.NaN : part));
