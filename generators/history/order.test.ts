import { expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { putInOrder } from './order.ts';

const fact = (at: number, module: number, entry: number, place: number): Fact =>
  ({ kind: 'procedure', at, module, entry, place }) as Fact;

it('tells by time, then module and entry, a contact (the highest place) before what it contains', () => {
  const ordered = [
    fact(1, 5, 2, 0),
    fact(2, 0, 1, 63),
    fact(2, 0, 1, 3),
    fact(2, 0, 1, 0),
    fact(2, 0, 2, 9),
    fact(2, 4, 1, 1),
    fact(8, 1, 1, 0),
  ];
  expect(putInOrder(ordered.toReversed())).toEqual(ordered);
  expect(putInOrder(ordered.toSorted((a, b) => a.place - b.place))).toEqual(ordered);
});
