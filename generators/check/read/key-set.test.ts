import { expect, it } from 'vitest';
import { keyOf } from './key.ts';
import { KeySet } from './key-set.ts';

it('tells a hundred thousand ids apart, knows them again, and forgets them', () => {
  const set = new KeySet();
  const ids = Array.from({ length: 100_000 }, (_, n) => keyOf(`Observation/${n}-hypertoni-3-${n % 7}`));
  expect(ids.filter((id) => set.has(id) || !set.add(id))).toEqual([]);
  expect(ids.filter((id) => !set.has(id) || set.add(id))).toEqual([]);
  set.clear();
  expect(ids.filter((id) => set.has(id))).toEqual([]);
  expect(set.add(keyOf('Observation/0-hypertoni-3-0'))).toBe(true);
});

it('knows a text by its parts', () => {
  expect(keyOf('p-1', 'Patient/')).toEqual(keyOf('Patient/p-1'));
  expect(keyOf('p-1')).not.toEqual(keyOf('Patient/p-1'));
});
