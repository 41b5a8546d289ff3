import { expect, it } from 'vitest';
import { MINUTES_A_DAY, minuteOfDate, monthOf } from './calendar.ts';

it.each([
  ['1899-12-31', 11],
  ['1900-01-01', 0],
  ['1900-02-28', 1],
  ['1900-03-01', 2],
  ['2024-02-29', 1],
  ['2026-12-31', 11],
  ['2160-07-01', 6],
])('knows the month of %s, asked once or again', (date, month) => {
  const minute = minuteOfDate(date);
  expect(monthOf(minute)).toBe(month);
  expect(monthOf(minute + MINUTES_A_DAY - 1)).toBe(month);
});
