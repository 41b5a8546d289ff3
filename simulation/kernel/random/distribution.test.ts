import { expect, it } from 'vitest';
import { randomStream } from '../../../domain/random.ts';
import { Sample } from '../statistics/sample.ts';
import { type Distribution, inTicks, sampler } from './distribution.ts';
import { meanOf } from './mean.ts';

/** Mean, variance and median by the textbook; the medians of gamma and Erlang from tables. */
const MOMENTS: readonly [Distribution, number, number, number][] = [
  [{ kind: 'constant', value: 4 }, 4, 0, 4],
  [{ kind: 'uniform', min: 2, max: 8 }, 5, 3, 5],
  [{ kind: 'triangular', min: 0, mode: 2, max: 10 }, 4, 14 / 3, 10 - Math.sqrt(40)],
  [{ kind: 'exponential', mean: 3 }, 3, 9, 3 * Math.LN2],
  [{ kind: 'erlang', mean: 6, phases: 3 }, 6, 12, 2 * 2.674],
  [{ kind: 'gamma', mean: 2, variation: Math.SQRT2 }, 2, 8, 4 * 0.227468],
  [{ kind: 'log-normal', mean: 5, variation: 0.5 }, 5, 6.25, 5 / Math.sqrt(1.25)],
  [{ kind: 'empirical', values: [1, 2, 6] }, 3, 14 / 3, 2],
];

it.each(MOMENTS)('%j has the mean, variance and median it should', (distribution, mean, variance, median) => {
  const draw = sampler(distribution, randomStream(1, 'draw', distribution.kind).next);
  const sample = new Sample();
  for (let n = 0; n < 200_000; n++) sample.add(draw());
  const error = 5 * Math.sqrt(variance / 200_000);
  expect(Math.abs(sample.mean - mean)).toBeLessThanOrEqual(error);
  expect(Math.abs(sample.variance / (variance || 1) - Math.sign(variance))).toBeLessThan(0.06);
  expect(Math.abs(sample.quantile(0.5) - median)).toBeLessThanOrEqual(3 * error);
  expect(meanOf(distribution)).toBeCloseTo(mean, 9);
});

it('gives whole ticks, never below zero', () => {
  const draws = [-3.2, 1.5, 2.4];
  const ticks = inTicks(() => draws.shift() ?? 0);
  expect([ticks(), ticks(), ticks()]).toEqual([0, 2, 2]);
});
