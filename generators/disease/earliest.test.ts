import { expect, it } from 'vitest';
import { randomStream } from '../../domain/random.ts';
import { Earliest } from './earliest.ts';

/** The plain way: the first of the lowest. */
const scan = (times: readonly number[]): number => times.indexOf(Math.min(...times));

it.each([1, 2, 3, 62, 64, 65])('names the first of %i as a scan through all does', (count) => {
  const draws = randomStream(3, 'test', 'earliest', count);
  // Few different times, so that many come at the same one.
  const times = Array.from({ length: count }, () => draws.below(10));
  const earliest = new Earliest(count);
  earliest.begin(times.map((next) => ({ next })));
  for (let move = 0; move < 300; move++) {
    const first = earliest.first;
    expect(first).toBe(scan(times));
    times[first] = draws.below(12) === 0 ? Number.POSITIVE_INFINITY : (times[first] ?? 0) + draws.below(10);
    earliest.move(first, times[first] ?? 0);
  }
});

it('forgets the life before', () => {
  const earliest = new Earliest(3);
  earliest.begin([{ next: 1 }, { next: 2 }, { next: 3 }]);
  earliest.begin([{ next: 9 }, { next: 8 }, { next: 7 }]);
  expect(earliest.first).toBe(2);
});
