import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.ts';
import { randomStream } from './random.ts';

const histogramOf = (values: readonly number[]): Histogram => {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
};

const draws = (entity: string, count: number): number[] => {
  const stream = randomStream(1, 'histogram', entity);
  return Array.from({ length: count }, () => 10_000 * stream.next() ** 4 + 0.1);
};

const exact = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;

describe('a histogram', () => {
  it.each([0, 0.01, 0.5, 0.95, 0.99, 1])('tells percentile %d within one percent', (share) => {
    const values = draws('one', 5_000);
    const told = histogramOf(values).percentile(share) ?? Number.NaN;
    expect(Math.abs(told / exact(values, share) - 1)).toBeLessThan(0.01);
  });

  it('is the same whole as when it was measured in parts, which averaged percentiles are not', () => {
    const parts = [draws('a', 900), draws('b', 50).map((value) => value * 40)];
    const whole = histogramOf(parts.flat());
    const merged = Histogram.from(...parts.map((part) => histogramOf(part).toJSON()));
    expect(merged.toJSON()).toEqual(whole.toJSON());
    const averaged = parts.reduce((sum, part) => sum + exact(part, 0.95), 0) / parts.length;
    expect(Math.abs(averaged / (whole.percentile(0.95) ?? 0) - 1)).toBeGreaterThan(0.5);
  });

  it('survives JSON', () => {
    const histogram = histogramOf([1, 1, 250, 0]);
    expect(Histogram.from(JSON.parse(JSON.stringify(histogram))).toJSON()).toEqual(histogram.toJSON());
    expect(histogram.total).toBe(4);
  });

  it('has no percentile of nothing', () => expect(new Histogram().percentile(0.5)).toBeUndefined());
});
