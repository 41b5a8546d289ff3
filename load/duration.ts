import { InputError } from '../domain/input-error.ts';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';

const UNITS: Readonly<Record<string, Milliseconds>> = { s: SECOND, m: MINUTE, min: MINUTE, h: HOUR };

/** '20s', '3m', '1,5 h' in milliseconds; anything else is an {@link InputError}. */
export function durationOf(text: string): Milliseconds {
  const [, amount = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(s|m|min|h)$/.exec(text.trim()) ?? [];
  const duration = Number(amount.replace(',', '.')) * (UNITS[unit] ?? Number.NaN);
  if (duration >= SECOND) return duration;
  throw new InputError(
    `"${text}" är ingen tidsrymd på minst en sekund; skriv till exempel 20s, 3m eller 1h.`,
  );
}
