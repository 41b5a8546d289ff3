/** Whole minutes of Swedish wall-clock time since 1970-01-01 00:00: the time of all histories. */
export type Minute = number;

export const MINUTES_A_DAY = 1440;
export const MINUTES_A_YEAR = 365.25 * MINUTES_A_DAY;

const FRIDAY = 4;

export const dayOf = (minute: Minute): number => Math.floor(minute / MINUTES_A_DAY);
/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** 'YYYY-MM-DD' as minutes. */
export const minuteOfDate = (date: string): Minute => Date.parse(`${date}T00:00:00Z`) / 60_000;

/** The first workday from this day on. */
export function workdayFrom(day: number): number {
  const weekday = weekdayOf(day);
  return weekday <= FRIDAY ? day : day + 7 - weekday;
}

/** 0 is January. */
export function monthOf(minute: Minute): number {
  const day = dayOf(minute);
  const place = day - FIRST_REMEMBERED;
  const known = monthsAndOne[place];
  if (known !== undefined && known !== 0) return known - 1;
  const month = new Date(day * 86_400_000).getUTCMonth();
  monthsAndOne[place] = month + 1;
  return month;
}

/** Months of days once asked for: the calendar is asked some ten times a life. From 1900 on, for 250 years. */
const FIRST_REMEMBERED = dayOf(minuteOfDate('1900-01-01'));
const monthsAndOne = new Uint8Array(250 * 366);

/** Everybody of a population lived on this date or was born later: earlier deaths are not told. */
export const DEATHS_FROM: Minute = minuteOfDate('2016-01-01');
