import { DateTime } from 'luxon';

/** Where the weeks are lived. */
const ZONE = 'Europe/Stockholm';

/**
 * A moment in ISO 8601; without a zone it is Swedish time, and a blank may stand for its T. Epoch milliseconds, or undefined
 * for what is no moment.
 */
export function momentIn(text: string): number | undefined {
  const time = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: ZONE });
  return time.isValid && /\d[T ]\d/.test(text) ? time.toMillis() : undefined;
}

/** 'YYYY-MM-DD' of a moment, by the Swedish calendar. */
export const dayOf = (epoch: number): string => swedish(epoch).toFormat('yyyy-LL-dd');

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: ZONE }).isValid;

/** When a Swedish day begins and ends; 23 to 25 hours. */
export function boundsOf(day: string): { readonly begins: number; readonly ends: number } {
  const begins = DateTime.fromISO(day, { zone: ZONE });
  return { begins: begins.toMillis(), ends: begins.plus({ days: 1 }).toMillis() };
}

/** The days from one to another, both among them. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = DateTime.fromISO(first, { zone: ZONE }); ; day = day.plus({ days: 1 })) {
    const text = day.toFormat('yyyy-LL-dd');
    if (text > last) return days;
    days.push(text);
  }
}

/** The whole hour, or the whole four hours, of the Swedish clock in which a moment lies; the hours are counted from midnight. */
export function spanBegin(epoch: number, hours: number): number {
  const time = swedish(epoch);
  return time
    .startOf('hour')
    .set({ hour: time.hour - (time.hour % hours) })
    .toMillis();
}

/** 'HH:MM' of a day as a moment. */
export function clockOn(day: string, clock: string): number {
  return DateTime.fromISO(`${day}T${clock}`, { zone: ZONE }).toMillis();
}

/** 'tis 12/1 08:00': short enough for a table and a picture. */
export const shortly = (epoch: number, language: 'sv' | 'en'): string =>
  swedish(epoch).setLocale(language).toFormat('ccc d/L HH:mm');

/** 'tis 12/1' */
export const shortDay = (day: string, language: 'sv' | 'en'): string =>
  DateTime.fromISO(day, { zone: ZONE }).setLocale(language).toFormat('ccc d/L');

const swedish = (epoch: number): DateTime => DateTime.fromMillis(epoch, { zone: ZONE });
