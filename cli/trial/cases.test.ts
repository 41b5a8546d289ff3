import { expect, test } from 'vitest';
import { InputError } from '../../domain/input-error.ts';
import { casesFor } from './cases.ts';

const names = (asked: Partial<Parameters<typeof casesFor>[0]>): string[] =>
  casesFor({ clean: 0, seed: 1, ...asked }).map(({ name }) => name);

test('a sample is as large as asked, the same for the same seed and another for another', () => {
  const drawn = names({ sample: 20 });
  expect(drawn).toHaveLength(20);
  expect(names({ sample: 20 })).toEqual(drawn);
  expect(names({ sample: 20, seed: 2 })).not.toEqual(drawn);
});

test('a whole trial has every fault, what is allowed, and clean runs with seeds of their own', () => {
  const cases = casesFor({ clean: 3, seed: 7 });
  const clean = cases.filter(({ fault }) => fault === undefined);
  expect(clean.map(({ name, seed }) => [name, seed])).toEqual([
    ['clean-1', 8],
    ['clean-2', 9],
    ['clean-3', 10],
  ]);
  expect(cases.filter(({ fault }) => fault?.benign === false).length).toBeGreaterThanOrEqual(100);
  expect(cases.filter(({ fault }) => fault?.benign === true).length).toBeGreaterThan(0);
});

test('faults are named, also one that is allowed, and what is misspelt is refused', () => {
  expect(names({ faults: ['note-cut', 'slower-within-limits'] })).toEqual([
    'note-cut',
    'slower-within-limits',
  ]);
  expect(() => names({ faults: ['note-cutt'] })).toThrow(InputError);
});
