const GRID = 1_000;

/**
 * The mean number of busy servers in each period of M_t/G/∞ with a rate that is stepped and periodic: what came k periods
 * ago counts with the probability that it is still there, averaged over both periods; the integral of λ(u) P(S > t − u)
 * over a period (Eick, Massey and Whitt 1993).
 *
 * @param rates arrivals per period
 * @param survival P(S > x), x in periods
 * @param longest the longest service, in periods
 */
export function busyByPeriod(
  rates: readonly number[],
  survival: (x: number) => number,
  longest: number,
): number[] {
  const weights = Array.from({ length: Math.ceil(longest) + 1 }, (_, ago) => stillThere(ago, survival));
  const rateOf = (period: number): number => rates.at(period % rates.length) ?? 0;
  return rates.map((_, period) =>
    weights.reduce((sum, weight, ago) => sum + rateOf(period - ago) * weight, 0),
  );
}

/** The mean of P(S > ago + x) over two moments whose difference x lies within ±1, by midpoints. */
function stillThere(ago: number, survival: (x: number) => number): number {
  let sum = 0;
  for (let step = ago === 0 ? 0 : -GRID; step < GRID; step++) {
    const x = (step + 0.5) / GRID;
    sum += ((1 - Math.abs(x)) * survival(ago + x)) / GRID;
  }
  return sum;
}
