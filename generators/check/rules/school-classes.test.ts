import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../rule.ts';
import { patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { SCHOOL_CLASSES } from './school-classes.ts';

/** Born in 2015: in year four on 2026-01-01. */
const child = (n: number, klass: string | undefined, birthDate = '2015-06-01'): JsonObject => ({
  ...patient({ id: `p-${n}`, serial: n, birthDate }),
  ...(klass === undefined
    ? {}
    : { contact: [{ organization: { reference: `Organization/klass-${klass}` } }] }),
});
/** So many pupils in each of the classes 4A and 4B. */
const year = (a: number, b: number): JsonObject[] =>
  Array.from({ length: a + b }, (_, n) => child(n, n < a ? '1490-1-4a' : '1490-1-4b'));

describe('school classes', () => {
  it('hold those of an age, and nobody older or younger', async () => {
    const lines = [
      child(1, '1490-1-4a'),
      child(2, '1490-1-fb', '2019-12-31'),
      child(3, '1490-1-9b', '2010-01-02'),
      child(4, undefined, '2009-12-31'),
      child(5, undefined, '2020-01-01'),
      { ...child(6, '1490-1-1a'), deceasedDateTime: '2023-02-01T08:00:00+01:00' },
    ];
    expect(await watch(SCHOOL_CLASSES, lines)).toEqual([]);
  });

  it.each([
    [child(1, '1490-1-5a'), 'har årskurs 5; årskurs 4 väntas'],
    [child(1, undefined), 'har ingen klass; årskurs 4 väntas'],
    [child(1, '1490-1-9a', '1980-02-02'), 'har årskurs 9; ingen klass väntas'],
    [child(1, '1490-1-1a', '2019-02-02'), 'har årskurs 1; förskoleklass väntas'],
  ])('are found not to fit the age', async (line, words) => {
    expect(await watch(SCHOOL_CLASSES, [line])).toEqual([
      { place: { file: FILE, line: 1 }, sv: expect.stringContaining(words) },
    ]);
  });

  it.each([
    [23, 24, 0],
    [3, 0, 0],
    [36, 30, 1],
    [25, 6, 1],
    [24, 0, 1],
  ])('of %i and %i pupils are plausible or found not to be', async (a, b, findings) => {
    expect(await watch(SCHOOL_CLASSES, year(a, b))).toHaveLength(findings);
  });
});
