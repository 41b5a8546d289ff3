import { expect, it } from 'vitest';
import { largestRemainder } from './quota.ts';

it('gives the left-over seats to the largest remainders', () => {
  expect(largestRemainder(10, [47, 16, 15.8, 12, 6.1, 3.1])).toEqual([5, 2, 1, 1, 1, 0]);
});

it('sums to the whole whatever the weights', () => {
  for (let n = 0; n < 300; n++) {
    const weights = Array.from({ length: 1 + (n % 40) }, () => Math.random() + 0.001);
    const total = Math.floor(Math.random() * 10_000);
    const seats = largestRemainder(total, weights);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    expect(seats.reduce((all, seat) => all + seat, 0)).toBe(total);
    seats.forEach((seat, place) => {
      expect(Math.abs(seat - (total * (weights[place] ?? 0)) / sum)).toBeLessThan(1);
    });
  }
});

it('cannot share out by nothing', () => {
  expect(() => largestRemainder(3, [0, 0])).toThrow('weights that sum to nothing');
});
