import { dayOf, MINUTES_A_DAY, type Minute, weekdayOf } from '../history/calendar.ts';
import { type Fragment, utf8 } from '../output/utf8-writer.ts';

/** '2024-03-01T08:30:00+01:00': wall-clock time with Sweden's offset from UTC. To be written before the next is made. */
export function instant(minute: Minute): Fragment {
  // What is written together mostly happened together.
  if (minute === lastMinute) return INSTANT;
  const day = dayOf(minute);
  const ofDay = minute - day * MINUTES_A_DAY;
  if (day !== lastDay) {
    lastPlace = placeOf(day);
    lastDay = day;
    copy(DATES, lastPlace, DATE, 0);
  }
  copy(CLOCKS, ofDay, CLOCK, DATE);
  const offset = offsetAt(lastPlace, ofDay);
  if (offset !== lastOffset) {
    copy(OFFSETS, offset, OFFSET, DATE + CLOCK);
    lastOffset = offset;
  }
  lastMinute = minute;
  return INSTANT;
}

/** 'YYYY-MM-DD', with the same care. */
export function date(minute: Minute): Fragment {
  instant(minute);
  return DATE_OF_INSTANT;
}

export const instantText = (minute: Minute): string => text(instant(minute));
export const dateOf = (minute: Minute): string => text(date(minute));

const text = (fragment: Fragment): string => fragment.toString('latin1');

/** Bytes of 'YYYY-MM-DD', 'THH:MM' and ':00+01:00'. */
const DATE = 10;
const CLOCK = 6;
const OFFSET = 9;
const INSTANT = Buffer.alloc(DATE + CLOCK + OFFSET);
const DATE_OF_INSTANT = INSTANT.subarray(0, DATE);
let lastMinute = Number.NaN;
let lastDay = Number.NaN;
let lastPlace = 0;
let lastOffset = Number.NaN;

function copy(table: Uint8Array, entry: number, length: number, to: number): void {
  const from = entry * length;
  for (let place = 0; place < length; place++) INSTANT[to + place] = table[from + place] as number;
}

const two = (value: number): string => `${value}`.padStart(2, '0');

/** By minute of the day. */
const CLOCKS = utf8(
  Array.from(
    { length: MINUTES_A_DAY },
    (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
  ).join(''),
);

/** By day, filled as days are met: histories write the same ones over and over. Days before 1850 or after 2149 share the last place. */
const FIRST_DAY = -43_829;
const DAYS = 109_572;
const DATES = new Uint8Array(DATE * (DAYS + 1));

const WINTER = 0;
const SUMMER = 1;
const OFFSETS = utf8(':00+01:00:00+02:00');

/** What the clocks of a day show. */
const UNMET = 0;
const WINTER_DAY = 1;
const SUMMER_DAY = 2;
const SUMMER_BEGINS = 3;
const SUMMER_ENDS = 4;
const KINDS = new Uint8Array(DAYS + 1);

function placeOf(day: number): number {
  const place = day >= FIRST_DAY && day < FIRST_DAY + DAYS ? day - FIRST_DAY : DAYS;
  if (place < DAYS && KINDS[place] !== UNMET) return place;
  const shown = new Date(day * MINUTES_A_DAY * 60_000).toISOString().slice(0, DATE);
  DATES.set(utf8(shown), place * DATE);
  KINDS[place] = kindOf(day, Number(shown.slice(0, 4)));
  return place;
}

function kindOf(day: number, year: number): number {
  const first = lastSunday(year, 2);
  const last = lastSunday(year, 9);
  if (day === first) return SUMMER_BEGINS;
  if (day === last) return SUMMER_ENDS;
  return day > first && day < last ? SUMMER_DAY : WINTER_DAY;
}

/** Summer time begins at 02:00 of the last Sunday of March and ends at 03:00 of that of October (since 1996). */
const BEGINS = 2 * 60;
const ENDS = 3 * 60;

function offsetAt(place: number, ofDay: number): number {
  switch (KINDS[place]) {
    case SUMMER_DAY:
      return SUMMER;
    case SUMMER_BEGINS:
      return ofDay >= BEGINS ? SUMMER : WINTER;
    case SUMMER_ENDS:
      return ofDay < ENDS ? SUMMER : WINTER;
    default:
      return WINTER;
  }
}

const SUNDAY = 6;

/** Of March or October, which have 31 days. */
function lastSunday(year: number, month: number): number {
  const day = Date.UTC(year, month, 31) / 86_400_000;
  return day - ((weekdayOf(day) - SUNDAY + 7) % 7);
}
