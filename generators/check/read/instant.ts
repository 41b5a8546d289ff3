const SHAPE = 'YYYY-MM-DDTHH:MM:SS+HH:MM';
/** February without its leap day, which is left to `Date.parse`. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Epoch milliseconds, just as `Date.parse` says, but several times faster for times written as
 * '2025-06-01T08:00:00+02:00': a population has a billion of them.
 */
export const instantOf = (text: string): number =>
  (text.length === SHAPE.length ? wholeInstant(text) : undefined) ?? Date.parse(text);

/** Undefined for what is not quite of that shape. */
function wholeInstant(text: string): number | undefined {
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const offset = 60 * twoDigits(text, 20) + twoDigits(text, 23);
  const isPunctuated =
    text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':';
  if (!isPunctuated || text[22] !== ':') return undefined;
  const sign = text[19] === '+' ? 1 : text[19] === '-' ? -1 : 0;
  if (!(year > 0 && month > 0 && day > 0 && day <= (DAYS[month - 1] ?? 0))) return undefined;
  if (!(hour < 24 && minute < 60 && second < 60 && offset < 24 * 60) || sign === 0) return undefined;
  const minutes = 60 * hour + minute - sign * offset;
  return DAY * daysSinceEpoch(year, month, day) + MINUTE * minutes + 1_000 * second;
}

/** NaN where there are other signs. */
function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/** In the Gregorian calendar, with years that begin in March (Hinnant, chrono-compatible low-level date algorithms). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const century = Math.floor(from / 100);
  const leapDays = Math.floor(from / 4) - century + Math.floor(century / 4);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * from + leapDays + dayOfYear - 719_468;
}
