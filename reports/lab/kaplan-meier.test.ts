import { expect, it } from 'vitest';
import { medianTimeOf, type TimeSeen } from './kaplan-meier.ts';

const ended = (...times: readonly number[]): TimeSeen[] => times.map((time) => ({ time, isEnded: true }));
const longer = (...times: readonly number[]): TimeSeen[] => times.map((time) => ({ time, isEnded: false }));

/** Weeks in remission: Freireich and others (1963), as given by Kaplan–Meier textbooks and R's survival package. */
const PLACEBO = ended(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
const TREATED = [
  ...ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...longer(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

it('finds the medians of the published trial', () => {
  expect(medianTimeOf(PLACEBO)).toEqual({ n: 21, censored: 0, median: 8, low: 4, high: 12 });
  expect(medianTimeOf(TREATED)).toEqual({ n: 21, censored: 12, median: 23, low: 16, high: null });
});

it('is no shorter for what was only known to last longer', () => {
  expect(medianTimeOf(ended(1, 2, 3)).median).toBe(2);
  expect(medianTimeOf([...ended(1), ...longer(2), ...ended(3)]).median).toBe(3);
});

it('has no median where most were only known to last longer, and none of nothing', () => {
  expect(medianTimeOf([...ended(1), ...longer(1, 2, 3)])).toMatchObject({
    median: null,
    low: 1,
    high: null,
  });
  expect(medianTimeOf([])).toEqual({ n: 0, censored: 0, median: null, low: null, high: null });
});

it('lies in the middle of a curve that stands on a half', () => {
  expect(medianTimeOf(ended(1, 2, 5, 9)).median).toBe(3.5);
});
