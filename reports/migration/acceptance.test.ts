import { expect, it } from 'vitest';
import { neededFor, upperBound } from './acceptance.ts';

/** As R's binom.test(x, n, alternative = "less") has them. */
it.each([
  [0, 2_995, 0.001],
  [0, 299, 0.00997],
  [1, 100, 0.04656],
  [3, 100, 0.07571],
  [0, 0, 1],
  [4, 4, 1],
])('of %i wrong among %i it is at most %f', (wrong, n, share) => {
  expect(upperBound(wrong, n)).toBeCloseTo(share, 4);
});

it.each([
  [0.001, 0, 2_995],
  [0.001, 1, 4_742],
  [0.001, 2, 6_294],
  [0.005, 0, 598],
  [0.01, 0, 299],
  [0.01, 1, 473],
  [0.01, 2, 628],
])('at most %f with %i wrong takes %i', (share, wrong, n) => {
  expect(neededFor(share, wrong)).toBe(n);
});
