import { dayOf, MINUTES_A_DAY, type Minute, weekdayOf } from '../history/calendar.ts';
import { type Fragment, utf8, utf8InPassing } from '../output/utf8-writer.ts';

/** '2024-03-01T08:30:00+01:00': wall-clock time with Sweden's offset from UTC. To be written before the next is made. */
export function instant(minute: Minute): Fragment {
  // What is written together mostly happened together.
  if (minute === lastMinute) return INSTANT;
  const day = dayOf(minute);
  if (day !== lastDay) showDay(day);
  const ofDay = minute - day * MINUTES_A_DAY;
  const hour = Math.floor(ofDay / 60);
  showTwoDigits(HOUR, hour);
  showTwoDigits(MINUTE, ofDay - 60 * hour);
  INSTANT[OFFSET] = isSummer(ofDay) ? TWO : ONE;
  lastMinute = minute;
  return INSTANT;
}

/** What follows the id of every resource, up to the instant and with it, in the same way. */
export function lastUpdated(minute: Minute): Fragment {
  instant(minute);
  return LAST_UPDATED;
}

/** 'YYYY-MM-DD', in the same way. */
export function date(minute: Minute): Fragment {
  instant(minute);
  return DATE_OF_INSTANT;
}

export const instantText = (minute: Minute): string => instant(minute).toString('latin1');
export const dateOf = (minute: Minute): string => date(minute).toString('latin1');

const UPDATED = '","meta":{"lastUpdated":"';
const LAST_UPDATED = utf8(`${UPDATED}0000-00-00T00:00:00+01:00`);
/** What was asked for last, and where its parts stand. */
const INSTANT = LAST_UPDATED.subarray(UPDATED.length);
const DATE = 10;
const HOUR = 11;
const MINUTE = 14;
const OFFSET = 21;
const DATE_OF_INSTANT = INSTANT.subarray(0, DATE);
let lastMinute = Number.NaN;
let lastDay = Number.NaN;
let lastKind = 0;

const ZERO = 48;
const ONE = 49;
const TWO = 50;

function showTwoDigits(place: number, value: number): void {
  const tens = Math.floor(value / 10);
  INSTANT[place] = ZERO + tens;
  INSTANT[place + 1] = ZERO + value - 10 * tens;
}

function showDay(day: number): void {
  const row = rowOf(day);
  for (let place = 0; place < DATE; place++) INSTANT[place] = CALENDAR[row + place] as number;
  lastKind = CALENDAR[row + DATE] as number;
  lastDay = day;
}

/**
 * Days as they are met, for histories write the same ones over and over: a row each, of its date and of what kind it
 * is. Days before 1850 or after 2149 share the last row.
 */
const FIRST_DAY = -43_829;
const DAYS = 109_572;
const ROW = 16;
const CALENDAR = new Uint8Array(ROW * (DAYS + 1));

/** What the clocks of a day show. */
const UNMET = 0;
const WINTER = 1;
const SUMMER = 2;
const SUMMER_BEGINS = 3;
const SUMMER_ENDS = 4;

function rowOf(day: number): number {
  const isKept = day >= FIRST_DAY && day < FIRST_DAY + DAYS;
  const row = ROW * (isKept ? day - FIRST_DAY : DAYS);
  if (isKept && CALENDAR[row + DATE] !== UNMET) return row;
  const shown = new Date(day * MINUTES_A_DAY * 60_000).toISOString().slice(0, DATE);
  CALENDAR.set(utf8InPassing(shown), row);
  CALENDAR[row + DATE] = kindOf(day, Number(shown.slice(0, 4)));
  return row;
}

function kindOf(day: number, year: number): number {
  const first = lastSunday(year, 2);
  const last = lastSunday(year, 9);
  if (day === first) return SUMMER_BEGINS;
  if (day === last) return SUMMER_ENDS;
  return day > first && day < last ? SUMMER : WINTER;
}

/** Summer time begins at 02:00 of the last Sunday of March and ends at 03:00 of that of October (since 1996). */
const BEGINS = 2 * 60;
const ENDS = 3 * 60;

function isSummer(ofDay: number): boolean {
  switch (lastKind) {
    case SUMMER:
      return true;
    case SUMMER_BEGINS:
      return ofDay >= BEGINS;
    case SUMMER_ENDS:
      return ofDay < ENDS;
    default:
      return false;
  }
}

const SUNDAY = 6;

/** Of March or October, which have 31 days. */
function lastSunday(year: number, month: number): number {
  const day = Date.UTC(year, month, 31) / 86_400_000;
  return day - ((weekdayOf(day) - SUNDAY + 7) % 7);
}
