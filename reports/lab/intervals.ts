/** A figure of few people: what was seen, and between what it lies 95 times in 100. */
export interface Estimated {
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A mean with its standard deviation, as usability reports have it; of one value there is no deviation. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number | undefined;
}

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964;

/**
 * A share with its Wilson score interval, which is honest about five people where the usual one is not.
 * Wilson (1927); recommended for small n by Brown, Cai and DasGupta (2001), Statistical Science 16(2).
 */
export function shareOf(hits: number, n: number): Estimated | undefined {
  if (n === 0) return undefined;
  const share = hits / n;
  const middle = share + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return {
    n,
    value: share,
    low: Math.max(0, (middle - half) / scale),
    high: Math.min(1, (middle + half) / scale),
  };
}

/** A mean with its Student interval; of one value nothing is known of how it may vary. */
export function meanOf(values: readonly number[]): Estimated | undefined {
  const spread = spreadOf(values);
  if (spread === undefined) return undefined;
  const { n, mean: value, deviation } = spread;
  if (deviation === undefined)
    return { n, value, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = (student(n - 1) * deviation) / Math.sqrt(n);
  return { n, value, low: value - half, high: value + half };
}

/** The same of figures on a scale: no more lies beyond its ends, however few they are. */
export const onScale = (
  estimated: Estimated | undefined,
  [least, most]: readonly [number, number],
): Estimated | undefined =>
  estimated && {
    ...estimated,
    low: Math.max(least, estimated.low),
    high: Math.min(most, estimated.high),
  };

/** The mean and the standard deviation of a sample (n − 1). */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { n, mean, deviation: n === 1 ? undefined : Math.sqrt(squares / (n - 1)) };
}

/**
 * A geometric mean with its interval: times of tasks are skewed, and a few slow ones would carry a plain mean. Sauro and
 * Lewis (2010), Average task times in usability tests, CHI: the better estimate under 25 people.
 */
export function geometricMeanOf(values: readonly number[]): Estimated | undefined {
  const logs = meanOf(values.map((value) => Math.log(value)));
  if (logs === undefined) return undefined;
  const { n, value, low, high } = logs;
  return { n, value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) };
}

/** The 97.5 % point of Student's t: as tabled to ten degrees of freedom, after that by Cornish and Fisher's expansion. */
function student(degrees: number): number {
  const tabled = TABLED[degrees - 1];
  if (tabled !== undefined) return tabled;
  return (
    Z +
    (Z ** 3 + Z) / (4 * degrees) +
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2) +
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / (384 * degrees ** 3)
  );
}

const TABLED = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];
