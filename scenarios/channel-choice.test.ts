import { expect, it } from 'vitest';
import { isThroughUi } from './channel-choice.ts';

const throughUi = (count: number, share: number, turn = 0.4): number[] =>
  Array.from({ length: count }, (_, nth) => nth).filter((nth) => isThroughUi(nth, count, share, turn));

it.each([
  [90, 0.05, 4],
  [100, 0.05, 5],
  [110, 0.5, 55],
  [12, 0.05, 1],
  [1, 0.05, 1],
  [30, 1, 30],
  [30, 0, 0],
])('of %i instances at a share of %f exactly %i go through the user interface', (count, share, wanted) => {
  for (const turn of [0, 0.3, 0.99]) expect(throughUi(count, share, turn)).toHaveLength(wanted);
});

it('spreads them evenly', () => {
  const chosen = throughUi(100, 0.05);
  expect(chosen.slice(1).map((nth, index) => nth - (chosen[index] ?? 0))).toEqual([20, 20, 20, 20]);
});
