/**
 * Positions of a longest strictly increasing run of values, gaps allowed: what is in its place when some things were
 * moved. Patience sorting, O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const before: (number | undefined)[] = [];
  /** Position of the smallest value that ends an increasing run of each length. */
  const ends: number[] = [];
  for (const [position, value] of values.entries()) {
    const length = firstNotBelow(ends, values, value);
    before[position] = length === 0 ? undefined : ends[length - 1];
    ends[length] = position;
  }
  const found: number[] = [];
  for (let position = ends.at(-1); position !== undefined; position = before[position]) found.push(position);
  return found.reverse();
}

function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = values[ends[middle] ?? 0] ?? 0;
    if (end < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
