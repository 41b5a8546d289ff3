import { dayOf, MINUTES_A_DAY, type Minute, weekdayOf } from '../history/calendar.ts';
import { joined } from './json.ts';

/** Days since 1970 to 'YYYY-MM-DD'; kept, as histories write the same days over and over. */
const dateText = (day: number): string => dayTextOf(day).date;

/** '2024-03-01T08:30:00+01:00': wall-clock time with Sweden's offset from UTC. */
export function instantText(minute: Minute): string {
  if (minute === lastMinute) return lastText;
  const day = dayOf(minute);
  const ofDay = minute - day * MINUTES_A_DAY;
  const { date, offset } = dayTextOf(day);
  lastMinute = minute;
  lastText = joined(date + (CLOCK[ofDay] ?? '') + (offset ?? changingOffset(day, ofDay)));
  return lastText;
}

export const dateOf = (minute: Minute): string => dateText(dayOf(minute));

/** What is written together mostly happened together. */
let lastMinute = Number.NaN;
let lastText = '';

interface DayText {
  readonly date: string;
  /** Undefined on the two days of a year on which it changes. */
  readonly offset: string | undefined;
}

const WINTER = ':00+01:00';
const SUMMER = ':00+02:00';
const DAY_TEXTS: DayText[] = [];
/** 1850-01-01 is the first day that is kept by place. */
const FIRST_DAY = -43_829;

function dayTextOf(day: number): DayText {
  const known = DAY_TEXTS[day - FIRST_DAY];
  if (known !== undefined) return known;
  const date = new Date(day * MINUTES_A_DAY * 60_000).toISOString().slice(0, 10);
  const { first, last } = summerOf(Number(date.slice(0, 4)));
  const offset = day === first || day === last ? undefined : day > first && day < last ? SUMMER : WINTER;
  const made = { date, offset };
  DAY_TEXTS[day - FIRST_DAY] = made;
  return made;
}

const two = (value: number): string => `${value}`.padStart(2, '0');

/** 'T08:30' by minute of the day. */
const CLOCK = Array.from(
  { length: MINUTES_A_DAY },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
);

const SUNDAY = 6;
/** Summer time begins at 02:00 of the last Sunday of March and ends at 03:00 of that of October (since 1996). */
const BEGINS = 2 * 60;
const ENDS = 3 * 60;

function changingOffset(day: number, ofDay: number): string {
  const { first } = summerOf(Number(dateText(day).slice(0, 4)));
  return (day === first ? ofDay >= BEGINS : ofDay < ENDS) ? SUMMER : WINTER;
}

const SUMMERS = new Map<number, { readonly first: number; readonly last: number }>();

function summerOf(year: number): { readonly first: number; readonly last: number } {
  const known = SUMMERS.get(year);
  if (known !== undefined) return known;
  const summer = { first: lastSunday(year, 2), last: lastSunday(year, 9) };
  SUMMERS.set(year, summer);
  return summer;
}

/** Of March or October, which have 31 days. */
function lastSunday(year: number, month: number): number {
  const day = Date.UTC(year, month, 31) / 86_400_000;
  return day - ((weekdayOf(day) - SUNDAY + 7) % 7);
}
