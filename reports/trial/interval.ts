/** A share of so many, and between what it lies. */
export interface Share {
  readonly of: number;
  readonly count: number;
  /** Of a 95 % interval; 0 and 1 where nothing was counted. */
  readonly from: number;
  readonly to: number;
}

/** Standard normal quantile of a 95 % interval. */
const Z = 1.959964;

/** Wilson's score interval: it never leaves 0 to 1, and holds for few and for shares near either end (Wilson 1927). */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { of, count, from: 0, to: 1 };
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / scale;
  return { of, count, from: Math.max(0, centre - half), to: Math.min(1, centre + half) };
}
