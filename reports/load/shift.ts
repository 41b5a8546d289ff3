import type { Milliseconds } from '../../domain/time.ts';

/** How much longer something took the second time than the first, and between which two the difference lies. */
export interface Shift {
  readonly estimate: Milliseconds;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Standard normal quantile of a 99.9 % interval: of fifty kinds that are compared at once, hardly one looks slower by chance. */
const Z = 3.2905;

/** From so many of each, evenly spaced in order of size, the differences are taken: no sample is too large to compare. */
const MOST = 300;

/**
 * Hodges and Lehmann's estimate of the shift between two samples, the median of all differences, with the interval that
 * belongs to the rank-sum test (Hollander, Wolfe and Chicken: Nonparametric Statistical Methods, 3rd ed., 4.2–4.3,
 * normal approximation). No shape is assumed, and a few very slow ones decide nothing. Undefined of so few that no
 * interval can be told.
 */
export function shiftBetween(before: readonly number[], after: readonly number[]): Shift | undefined {
  const [m, n] = [before.length, after.length];
  const rank = Math.floor((m * n) / 2 - Z * Math.sqrt((m * n * (m + n + 1)) / 12));
  if (rank < 1) return undefined;
  const differences = differencesOf(thinned(before), thinned(after));
  const at = (share: number): number =>
    differences[Math.min(differences.length - 1, Math.max(0, Math.ceil(share * differences.length) - 1))] ??
    Number.NaN;
  const share = rank / (m * n);
  return {
    estimate: (at(0.5) + at(0.5 + 1 / differences.length)) / 2,
    from: at(share),
    to: at(1 - share + 1 / differences.length),
  };
}

function differencesOf(before: readonly number[], after: readonly number[]): Float64Array {
  const differences = new Float64Array(before.length * after.length);
  let next = 0;
  for (const late of after) {
    for (const early of before) {
      differences[next] = late - early;
      next += 1;
    }
  }
  return differences.sort();
}

function thinned(values: readonly number[]): readonly number[] {
  if (values.length <= MOST) return values;
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from({ length: MOST }, (_, index) => {
    const place = Math.floor(((index + 0.5) * sorted.length) / MOST);
    return sorted[place] ?? Number.NaN;
  });
}
