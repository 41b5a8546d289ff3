import { expect, it } from 'vitest';
import { randomStream } from '../../domain/random.ts';
import { MINUTES_A_YEAR } from '../history/calendar.ts';
import { ageAtEvent, hazardBySex } from './hazard.ts';
import { normalQuantile } from './spread.ts';

it('reaches the target of the integrated hazard', () => {
  const { female } = hazardBySex({ 20: 10, 30: 0, 50: 100 });
  const years = (target: number, from = 0, factor = 1) =>
    ageAtEvent(female, from * MINUTES_A_YEAR, target, factor) / MINUTES_A_YEAR;
  expect(years(0.05)).toBeCloseTo(25, 6);
  expect(years(0.1)).toBeCloseTo(30, 6);
  expect(years(0.2)).toBeCloseTo(51, 6);
  expect(years(0.2, 60)).toBeCloseTo(62, 6);
  expect(years(0.1, 20, 2)).toBeCloseTo(25, 6);
  expect(ageAtEvent(hazardBySex({ 0: 5, 40: 0 }).male, 40 * MINUTES_A_YEAR, 0.1, 1)).toBe(
    Number.POSITIVE_INFINITY,
  );
});

it('gives exponential waiting times at the rate', () => {
  const { male } = hazardBySex(100);
  const draws = randomStream(5, 'test', 'hazard');
  const waits = Array.from(
    { length: 20_000 },
    () => ageAtEvent(male, 0, -Math.log(1 - draws.next()), 1) / MINUTES_A_YEAR,
  );
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  expect(mean).toBeGreaterThan(9.8);
  expect(mean).toBeLessThan(10.2);
});

it('knows the quantiles of the normal distribution', () => {
  expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 7);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 7);
  expect(normalQuantile(0)).toBeLessThan(-6);
});
