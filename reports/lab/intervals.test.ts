import { expect, it } from 'vitest';
import { geometricMeanOf, meanOf, shareOf } from './intervals.ts';

it('knows little of the share of five people', () => {
  expect(shareOf(5, 5)).toMatchObject({ value: 1, low: expect.closeTo(0.5655, 3), high: 1 });
  expect(shareOf(0, 10)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.2775, 3) });
  expect(shareOf(0, 0)).toBeUndefined();
});

it('gives a mean the interval of Student', () => {
  expect(meanOf([4, 5, 6])).toMatchObject({ n: 3, value: 5, low: expect.closeTo(2.516, 2) });
  expect(meanOf([5])).toMatchObject({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  const many = Array.from({ length: 21 }, (_, index) => index);
  expect(meanOf(many)).toMatchObject({
    value: 10,
    high: expect.closeTo(10 + (2.086 * 6.2048) / Math.sqrt(21), 2),
  });
});

it('takes times as ratios: one slow person does not carry the mean', () => {
  expect(geometricMeanOf([1, 10, 100])).toMatchObject({ value: expect.closeTo(10, 6) });
});
