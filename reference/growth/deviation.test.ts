import { expect, it } from 'vitest';
import { heightScore, shiftSince, usualHeight } from './deviation.ts';

const GIRL = { sex: 'female', birthDate: '2016-03-01' } as const;

it('the usual height is read between two ages, and beyond the last as at it', () => {
  expect(usualHeight('female', 84)).toEqual({ mean: 123.2, sd: 5.2 });
  expect(usualHeight('female', 90).mean).toBeCloseTo(126.1, 1);
  expect(usualHeight('female', 900)).toEqual(usualHeight('female', 216));
  expect(usualHeight('male', 1)).toEqual(usualHeight('male', 48));
});

it('a height is told in standard deviations from the mean of its age and sex', () => {
  expect(heightScore(GIRL, { at: '2023-03-01', centimetres: 123.2 })).toBeCloseTo(0, 1);
  expect(heightScore(GIRL, { at: '2023-03-01', centimetres: 112.8 })).toBeCloseTo(-2, 1);
  expect(heightScore({ ...GIRL, sex: 'male' }, { at: '2023-03-01', centimetres: 123.2 })).toBeLessThan(0);
});

it('a shift is since the latest height before, by its date and not by its place', () => {
  const now = { at: '2026-03-01', centimetres: 130 };
  const earlier = [
    { at: '2025-03-01', centimetres: 134 },
    { at: '2023-03-01', centimetres: 124 },
    { at: '2027-03-01', centimetres: 150 },
  ];
  expect(shiftSince(GIRL, now, earlier)).toBeCloseTo(
    heightScore(GIRL, now) - heightScore(GIRL, { at: '2025-03-01', centimetres: 134 }),
  );
  expect(shiftSince(GIRL, now, [])).toBeUndefined();
});
