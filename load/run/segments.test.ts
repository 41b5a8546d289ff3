import { expect, it } from 'vitest';
import { segmentOf } from './segments.ts';

it('writes parts as k6-operator does', () => {
  const parts = Array.from({ length: 4 }, (_, index) => segmentOf(index, 4));
  expect(parts.map(({ own }) => own)).toEqual(['0:1/4', '1/4:2/4', '2/4:3/4', '3/4:1']);
  expect(new Set(parts.map(({ sequence }) => sequence))).toEqual(new Set(['0,1/4,2/4,3/4,1']));
});
