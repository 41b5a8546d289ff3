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

export const monthOf = (minute: Minute): number => new Date(minute * 60_000).getUTCMonth();

/** Everybody of a population lived on this date or was born later: earlier deaths are not told. */
export const DEATHS_FROM: Minute = minuteOfDate('2016-01-01');
