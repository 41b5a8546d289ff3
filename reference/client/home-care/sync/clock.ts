/** The `Date` of an answer is in whole seconds; on average it is half a second old. */
const HALF_A_SECOND = 500;

/** What the server's whole seconds and the way there can account for, in milliseconds: then the clocks agree. */
const WITHIN = 2_000;

/**
 * How far the device's clock is behind the server's, in milliseconds, by the `Date` of an answer; undefined where it has
 * none, 0 where they agree as far as can be told.
 * @param asked when it was asked and @param answered when the answer came, by the device's clock
 */
export function clockBehind(date: string | null, asked: number, answered: number): number | undefined {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return undefined;
  const behind = said + HALF_A_SECOND - (asked + answered) / 2;
  return Math.abs(behind) <= WITHIN ? 0 : Math.round(behind);
}
