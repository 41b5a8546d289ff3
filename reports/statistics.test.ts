import { expect, it } from 'vitest';
import { percentile } from './statistics.ts';

it('takes the nearest rank, which is always one of the values', () => {
  const values = [30, 10, 20, 50, 40];
  expect([0, 0.2, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([10, 10, 30, 50, 50]);
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95);
  expect(percentile([1, Number.POSITIVE_INFINITY], 0.95)).toBe(Number.POSITIVE_INFINITY);
  expect(() => percentile([], 0.5)).toThrow('nothing');
});
