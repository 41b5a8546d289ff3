import type { Timeline } from './timeline.ts';

/** Where the day's clock was at a moment, between the two times at which it was written down. */
export function dayTimeAt({ clock }: Pick<Timeline, 'clock'>, at: number): number {
  const next = clock.findIndex((point) => point[0] > at);
  if (next === 0) return clock[0]?.[1] ?? 0;
  const [before, after] = [clock.at(next - 1), clock[next]];
  if (next < 0 || before === undefined || after === undefined) return clock.at(-1)?.[1] ?? 0;
  return before[1] + ((at - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
}
