import { describe, expect, it } from 'vitest';
import { interval } from './interval.ts';
import { PeriodicLevel } from './periodic-level.ts';
import { compare, replicate, replicationSeed, summarise } from './replications.ts';
import { Sample } from './sample.ts';
import { studentBound } from './student.ts';
import { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';

it.each([
  [0.95, 1, 12.7062],
  [0.95, 2, 4.30265],
  [0.95, 7, 2.36462],
  [0.99, 10, 3.16927],
  [0.95, 29, 2.04523],
  [0.999, 30, 3.64596],
  [0.95, 1_000, 1.96234],
])(
  "Student's bound for %f with %i degrees of freedom is %f, as in the tables",
  (probability, freedom, bound) => {
    expect(studentBound(probability, freedom)).toBeCloseTo(bound, 4);
  },
);

it('has no bound for what is certain', () => {
  expect(() => studentBound(1, 5)).toThrow('No interval holds 1');
});

it('makes an interval from independent values', () => {
  const { mean, halfWidth, count } = interval([1, 2, 3, 4]);
  expect([mean, count]).toEqual([2.5, 4]);
  expect(halfWidth).toBeCloseTo((3.18245 * Math.sqrt(5 / 3)) / 2, 4);
  expect(interval([1]).halfWidth).toBe(Number.POSITIVE_INFINITY);
});

it('tallies mean, variance and mean square', () => {
  const tally = new Tally();
  for (const value of [2, 4, 9]) tally.add(value);
  expect(tally).toMatchObject({ count: 3, mean: 5, min: 2, max: 9, total: 15 });
  expect(tally.variance).toBeCloseTo(13, 12);
  expect(tally.secondMoment).toBeCloseTo(101 / 3, 12);
});

it('keeps a sample for quantiles and shares', () => {
  const sample = new Sample();
  for (const value of [40, 10, 30, 20]) sample.add(value);
  expect([sample.quantile(0), sample.quantile(0.5), sample.quantile(1)]).toEqual([10, 25, 40]);
  expect(sample.shareWithin(30)).toBe(0.75);
});

describe('a level over time', () => {
  it('is weighted by how long it stood', () => {
    const level = new TimeWeighted(0, 1);
    level.set(3, 10);
    level.set(0, 20);
    expect([level.integral(40), level.mean(40), level.max]).toEqual([40, 1, 3]);
    level.reset(40);
    level.set(5, 50);
    expect(level.mean(60)).toBe(2.5);
  });

  it('is kept by period', () => {
    const level = new PeriodicLevel(10, 0, 2);
    level.set(4, 5);
    level.set(0, 25);
    expect(level.means(40)).toEqual([3, 4, 2, 0]);
    expect(level.means(45)).toEqual([3, 4, 2, 0, 0]);
  });
});

describe('replications', () => {
  const model = (shift: number) => (seed: number) => ({ wait: (seed % 1_000) + shift });

  it('have seeds of their own, the same in every run', () => {
    const seeds = Array.from({ length: 1_000 }, (_, index) => replicationSeed(1, index));
    expect(new Set(seeds).size).toBe(1_000);
    expect(replicate(model(0), 3, 7)).toEqual(replicate(model(0), 3, 7));
    expect(replicate(model(0), 3, 7)).not.toEqual(replicate(model(0), 3, 8));
  });

  it('are compared on common random numbers, so that luck cancels out', () => {
    expect(summarise(replicate(model(0), 10, 1)).wait.halfWidth).toBeGreaterThan(50);
    expect(compare(model(0), model(2), 10, 1).wait).toEqual({ mean: 2, halfWidth: 0, count: 10 });
  });

  it('leave out what could not be measured, and count what could', () => {
    expect(summarise([{ wait: 1 }, { wait: Number.NaN }, { wait: 3 }]).wait).toMatchObject({
      mean: 2,
      count: 2,
    });
  });
});
