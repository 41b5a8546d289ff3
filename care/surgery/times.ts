import { DAY, HOUR } from '../../domain/time.ts';

/** An assumption: those who wait get a time two weeks ahead. */
const CALL_AHEAD = 14 * DAY;
const SURGERY_LASTS = 2 * HOUR;
const VISIT_LASTS = HOUR / 2;

interface Slot {
  /** ISO, on the hour and at daytime in Sweden. */
  readonly start: string;
  readonly end: string;
}

export const surgerySlot = (now: string): Slot => slotAfter(Date.parse(now) + CALL_AHEAD, SURGERY_LASTS);

export const followUpSlot = (now: string, weeks: number): Slot =>
  slotAfter(Date.parse(now) + weeks * 7 * DAY, VISIT_LASTS);

function slotAfter(day: number, lasts: number): Slot {
  const start = Math.floor(day / DAY) * DAY + 7 * HOUR;
  return { start: new Date(start).toISOString(), end: new Date(start + lasts).toISOString() };
}
