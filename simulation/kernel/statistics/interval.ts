import { studentBound } from './student.ts';
import { Tally } from './tally.ts';

/** An estimate with what it may be off by. */
export interface Interval {
  readonly mean: number;
  /** Infinity with fewer than two values. */
  readonly halfWidth: number;
  readonly count: number;
}

/** Student's confidence interval for the mean of independent values: one a replication. */
export function interval(values: readonly number[], confidence = 0.95): Interval {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const { count, mean, variance } = tally;
  const halfWidth =
    count < 2 ? Number.POSITIVE_INFINITY : studentBound(confidence, count - 1) * Math.sqrt(variance / count);
  return { mean, halfWidth, count };
}

export const covers = ({ mean, halfWidth }: Interval, value: number): boolean =>
  Math.abs(mean - value) <= halfWidth;
