/** So many deviations of so many contacts, per 1,000, and between what it lies 95 times in 100. */
export interface Rate {
  readonly count: number;
  readonly contacts: number;
  readonly per1000: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964;

/** −ln 0.025: the most that is expected where none was seen, exactly. */
const NONE_SEEN = 3.688879;

/**
 * A rate with Byar's approximation of the exact Poisson interval (Breslow and Day 1987, Statistical Methods in Cancer Research
 * II, p. 69): deviations are rare among many contacts. Nothing where there were no contacts.
 */
export function rateOf(count: number, contacts: number): Rate | undefined {
  if (contacts === 0) return undefined;
  const per1000 = (expected: number): number => (1_000 * expected) / contacts;
  return {
    ...{ count, contacts, per1000: per1000(count) },
    low: per1000(count === 0 ? 0 : count * byar(count, -Z)),
    high: per1000(count === 0 ? NONE_SEEN : (count + 1) * byar(count + 1, Z)),
  };
}

const byar = (count: number, z: number): number => (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
