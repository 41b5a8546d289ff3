import { expect, it } from 'vitest';
import { longestIncreasing } from './increasing.ts';

it.each([
  [[], []],
  [
    [1, 2, 3],
    [0, 1, 2],
  ],
  [
    [3, 1, 2],
    [1, 2],
  ],
  [
    [1, 4, 2, 3, 5],
    [0, 2, 3, 4],
  ],
  [
    [1, 2, 2, 3],
    [0, 2, 3],
  ],
  [[2, 1], [1]],
])('finds what is in its place: %j', (values, positions) => {
  expect(longestIncreasing(values)).toEqual(positions);
});
