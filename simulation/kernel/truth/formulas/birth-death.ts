/** The stationary distribution of a birth-and-death process over 0 … births.length. */
export function stationary(births: readonly number[], deaths: readonly number[]): number[] {
  const weights = [1];
  for (const [state, birth] of births.entries()) {
    weights.push(((weights[state] ?? 0) * birth) / (deaths[state] ?? Number.NaN));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
