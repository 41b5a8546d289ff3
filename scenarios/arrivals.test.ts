import { expect, it } from 'vitest';
import { DAY, HOUR } from '../domain/time.ts';
import { arrivalTimes } from './arrivals.ts';

const FLAT = new Array<number>(24).fill(1);
const OFFICE = FLAT.map((_, hour) => (hour >= 8 && hour < 17 ? 1 : 0));

it('follows the curve by quota, whatever the seed', () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const times = arrivalTimes(seed, 'a', 240, FLAT);
  for (let hour = 0; hour < 24; hour++) {
    expect(
      times.filter((at) => Math.floor(at / HOUR) === hour),
      `seed ${seed}`,
    ).toHaveLength(10);
  }
});

it('lets nobody come at an hour of no weight', () => {
  for (let seed = 0; seed < 50; seed++) {
    for (const at of arrivalTimes(seed, 'b', 37, OFFICE)) {
      expect(at).toBeGreaterThanOrEqual(8 * HOUR);
      expect(at).toBeLessThan(17 * HOUR);
    }
  }
});

it('comes in order and stays in the day', () => {
  const times = arrivalTimes(3, 'c', 1000, FLAT);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.max(...times)).toBeLessThan(DAY);
});

it('is another day for another seed or line, and the same for the same', () => {
  expect(arrivalTimes(1, 'a', 5, FLAT)).toEqual(arrivalTimes(1, 'a', 5, FLAT));
  expect(arrivalTimes(2, 'a', 5, FLAT)).not.toEqual(arrivalTimes(1, 'a', 5, FLAT));
  expect(arrivalTimes(1, 'b', 5, FLAT)).not.toEqual(arrivalTimes(1, 'a', 5, FLAT));
});
