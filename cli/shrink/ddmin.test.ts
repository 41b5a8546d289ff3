import { expect, it } from 'vitest';
import { randomStream } from '../../domain/random.ts';
import { ddmin, repeatsFor } from './ddmin.ts';
import { least } from './least.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** What shows when all of these are there, and the different parts that were asked of. */
function needing(...culprits: readonly number[]) {
  const parts = new Set<string>();
  const shows = async (part: readonly number[]): Promise<boolean> => {
    parts.add(part.join());
    return culprits.every((culprit) => part.includes(culprit));
  };
  return { asked: parts, shows };
}

it.each([
  [0, 520],
  [317, 520],
  [519, 520],
  [0, 1],
])('finds one culprit, number %i of %i, in few questions', async (culprit, count) => {
  const { asked, shows } = needing(culprit);
  expect(await ddmin(numbers(count), shows)).toEqual([culprit]);
  expect(asked.size).toBeLessThanOrEqual(20);
});

it.each([
  [3, 4],
  [10, 60],
  [0, 63],
])('finds two that are only wrong together, %i and %i of 64, in the order they came', async (...culprits) => {
  const { asked, shows } = needing(...culprits);
  expect(await ddmin(numbers(64), shows)).toEqual(culprits);
  expect(asked.size).toBeLessThanOrEqual(50);
});

it('finds any three of a thousand that are only wrong together, in fewer than fifty questions, by halves', async () => {
  for (const seed of numbers(20)) {
    const draws = randomStream(seed, 'culprits', 'three');
    const culprits = [...new Set(numbers(3).map(() => draws.below(1000)))].sort((a, b) => a - b);
    const { asked, shows } = needing(...culprits);
    expect(await least(numbers(1000), shows)).toEqual(culprits);
    expect(asked.size).toBeLessThan(50);
  }
});

it('finds what shows only while something else is not there, where halves alone are misled', async () => {
  const shows = async (part: readonly number[]): Promise<boolean> =>
    part.includes(5) && (part.length > 30 || !part.includes(4));
  expect(await least(numbers(40), shows)).toEqual([5]);
});

it('leaves all where nothing less shows, and one where anything does', async () => {
  expect(await ddmin(numbers(9), async () => false)).toEqual(numbers(9));
  expect(await ddmin(numbers(9), async () => true)).toHaveLength(1);
});

it('is never wrong of what shows every other time, and right where it is asked often enough', async () => {
  const draws = randomStream(1, 'flaky', 'half');
  const times = repeatsFor(0.5);
  const shows = async (part: readonly number[]): Promise<boolean> =>
    part.includes(11) && numbers(times).some(() => draws.next() < 0.5);
  expect(await ddmin(numbers(64), shows)).toEqual([11]);
  expect(await least(numbers(64), shows)).toEqual([11]);
  const once = async (part: readonly number[]): Promise<boolean> => part.includes(11) && draws.next() < 0.5;
  for (const minimise of [ddmin, least])
    for (const _ of numbers(20)) expect(await minimise(numbers(64), once)).toContain(11);
});

it.each([
  [1, 1],
  [0.9, 2],
  [0.5, 7],
  [0.3, 13],
  [0.1, 44],
])('what shows with probability %f is played %i times to be seen in 99 of 100', (probability, times) => {
  expect(repeatsFor(probability)).toBe(times);
});
