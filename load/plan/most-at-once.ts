/** A stretch of time. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many of some stretches of time overlap at the most. */
export function mostAtOnce(stretches: readonly Stretch[]): number {
  const turns = stretches
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [now, most] = [0, 0];
  for (const { by } of turns) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
