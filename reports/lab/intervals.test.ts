import { expect, it } from 'vitest';
import { geometricMeanOf, meanOf, onScale, shareOf } from './intervals.ts';

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

it('does not go beyond the ends of a scale, and knows nothing of one answer but that it lies on it', () => {
  expect(onScale(meanOf([2, 4, 6]), [1, 7])).toMatchObject({ value: 4, low: 1, high: 7 });
  expect(onScale(meanOf([4, 4, 5]), [1, 7])).toMatchObject({ low: expect.closeTo(2.9, 1) });
  expect(onScale(meanOf([6]), [1, 7])).toMatchObject({ value: 6, low: 1, high: 7 });
  expect(onScale(undefined, [1, 7])).toBeUndefined();
});
