import { expect, it } from 'vitest';
import { FirstSights } from './first-sights.ts';

const row = (Nummer: string, Skickat: string) => ({ Nummer, Skickat });

it('what was there before is told by number, whatever the time says that the page shows', () => {
  const sights = new FirstSights();
  sights.note('Inkorg', [row('M-1', '2026-11-29 12:00:00')]);
  const behind = row('M-2', '2026-11-29 11:58:00');
  expect(sights.newIn('Inkorg', [row('M-1', '2026-11-29 12:00:00'), behind])).toEqual([behind]);
});

it('only the first sight counts', () => {
  const sights = new FirstSights();
  sights.note('Inkorg', []);
  sights.note('Inkorg', [row('M-1', '')]);
  expect(sights.newIn('Inkorg', [row('M-1', '')])).toHaveLength(1);
});

it('what nobody had looked at has no before', () => {
  expect(new FirstSights().newIn('Inkorg', [row('M-1', '')])).toBeUndefined();
});
