import { describe, expect, it } from 'vitest';
import { durationOf } from './duration.ts';
import { hoursOf } from './hours.ts';

describe('hours of a day', () => {
  it.each([
    ['09-12', { from: 9, to: 12 }],
    ['0-24', { from: 0, to: 24 }],
    ['06:30-07:15', { from: 6.5, to: 7.25 }],
  ])('%s', (text, hours) => expect(hoursOf(text)).toEqual(hours));

  it.each(['12-09', '09-25', '09-09', '22-26'])('%s are not within a day', (text) =>
    expect(() => hoursOf(text)).toThrow(/ligger inte inom dagen/),
  );

  it.each(['förmiddag', '9', '9-', '09:75-12'])('"%s" is refused', (text) =>
    expect(() => hoursOf(text)).toThrow(/inga timmar|inte inom dagen/),
  );
});

describe('a duration', () => {
  it.each([
    ['20s', 20_000],
    ['3m', 180_000],
    ['1,5 h', 5_400_000],
  ])('%s', (text, milliseconds) => expect(durationOf(text)).toBe(milliseconds));

  it.each(['0s', '0.1s', '3', '3 dagar', ''])('"%s" is refused', (text) =>
    expect(() => durationOf(text)).toThrow(/ingen tidsrymd/),
  );
});
