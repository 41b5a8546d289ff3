import { expect, it } from 'vitest';
import { minuteOfDate } from '../history/calendar.ts';
import { date, dateOf, instant, instantText } from './time.ts';

const at = (date: string, hour: number, minute = 0): string =>
  instantText(minuteOfDate(date) + 60 * hour + minute);

it('tells the time as clocks in Sweden do', () => {
  expect(at('2024-01-15', 8, 30)).toBe('2024-01-15T08:30:00+01:00');
  expect(at('2024-07-15', 23, 59)).toBe('2024-07-15T23:59:00+02:00');
  expect(at('1931-12-31', 0)).toBe('1931-12-31T00:00:00+01:00');
  expect(dateOf(minuteOfDate('2020-02-29') + 1439)).toBe('2020-02-29');
});

it('knows days that nobody in a population lives through', () => {
  expect(at('1849-12-31', 23, 59)).toBe('1849-12-31T23:59:00+01:00');
  expect(at('1850-01-01', 0)).toBe('1850-01-01T00:00:00+01:00');
  expect(at('2149-12-31', 12)).toBe('2149-12-31T12:00:00+01:00');
  expect(at('2150-07-01', 12)).toBe('2150-07-01T12:00:00+02:00');
  expect(at('1849-12-31', 0)).toBe('1849-12-31T00:00:00+01:00');
});

it('tells one time after another, in whatever order', () => {
  const [noon, next] = [minuteOfDate('2024-07-15') + 720, minuteOfDate('2024-12-24') + 15 * 60 + 1];
  const told = [noon, next, noon, noon + 1, noon].map((minute) => Buffer.from(instant(minute)).toString());
  expect(told).toEqual([
    '2024-07-15T12:00:00+02:00',
    '2024-12-24T15:01:00+01:00',
    '2024-07-15T12:00:00+02:00',
    '2024-07-15T12:01:00+02:00',
    '2024-07-15T12:00:00+02:00',
  ]);
  expect(date(next).toString()).toBe('2024-12-24');
});

it('changes at two on the last Sunday of March and at three on that of October', () => {
  expect(at('2024-03-31', 1, 59)).toBe('2024-03-31T01:59:00+01:00');
  expect(at('2024-03-31', 3)).toBe('2024-03-31T03:00:00+02:00');
  expect(at('2024-10-27', 2, 59)).toBe('2024-10-27T02:59:00+02:00');
  expect(at('2024-10-27', 3)).toBe('2024-10-27T03:00:00+01:00');
});

it('agrees with the time zone database in every hour of ten years', () => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  for (let minute = minuteOfDate('2016-01-01'); minute < minuteOfDate('2026-01-01'); minute += 60 * 7 + 1) {
    const text = instantText(minute);
    const shown = format.format(new Date(text)).replace(' ', 'T');
    // An hour is skipped in March: nobody's clock shows it.
    if (/-03-\d\dT02/.test(text) && shown !== text.slice(0, 19)) continue;
    expect(shown).toBe(text.slice(0, 19));
  }
});
