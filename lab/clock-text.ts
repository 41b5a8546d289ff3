import type { Milliseconds } from '../domain/time.ts';

/** '09.05' and '09:05'. */
export function clockText(dayTime: Milliseconds): { readonly sv: string; readonly en: string } {
  const minutes = Math.floor(dayTime / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hour, minute] = [two(Math.floor(minutes / 60) % 24), two(minutes % 60)];
  return { sv: `${hour}.${minute}`, en: `${hour}:${minute}` };
}
