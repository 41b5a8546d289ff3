/**
 * The nearest-rank percentile of some values: the smallest that at least this share of them does not exceed. It is
 * always one of the values, so that it can be looked up. Throws RangeError for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There is no percentile of nothing.');
  return value;
}
