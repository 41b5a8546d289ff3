/**
 * Whether the n-th of `count` instances of a flow goes through the user interface. As much of the share as whole flows allow, and at
 * least one, evenly spread; no share at all means none.
 *
 * @param turn 0–1: where in the round the spread begins
 */
export function isThroughUi(nth: number, count: number, share: number, turn: number): boolean {
  if (share === 0) return false;
  const wanted = Math.max(1, Math.floor(count * share));
  const place = (nth + Math.floor(turn * count)) % count;
  return Math.floor(((place + 1) * wanted) / count) > Math.floor((place * wanted) / count);
}
