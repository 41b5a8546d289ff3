import { InputError } from '../domain/input-error.ts';

/** '09-12' or '06:30-07:30' as hours from midnight; what is no part of one day is an {@link InputError}. */
export function hoursOf(text: string): { from: number; to: number } {
  const found = /^(\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?$/.exec(text.trim());
  if (found === null) {
    throw new InputError(
      `"${text}" är inga timmar; skriv från och till, till exempel 09-12 eller 06:30-07:30.`,
    );
  }
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = found;
  const [from, to] = [Number(fromHour) + Number(fromMinute) / 60, Number(toHour) + Number(toMinute) / 60];
  if (from < to && to <= 24 && Number(fromMinute) < 60 && Number(toMinute) < 60) return { from, to };
  throw new InputError(
    `Timmarna ${text} ligger inte inom dagen; ange timmar från 00 till 24, de tidigare först, till exempel 09-12.`,
  );
}
