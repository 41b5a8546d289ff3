/** Shares `total` out by weight in whole numbers that sum to it exactly: the largest remainder method (Hamilton). */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) throw new RangeError('Nothing can be shared out by weights that sum to nothing.');
  const exact = weights.map((weight) => (total * weight) / sum);
  const seats = exact.map(Math.floor);
  const left = total - seats.reduce((all, seat) => all + seat, 0);
  const byRemainder = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) seats[place] = (seats[place] ?? 0) + 1;
  return seats;
}
