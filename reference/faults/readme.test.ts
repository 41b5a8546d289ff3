import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPERATORS } from './operators/index.ts';
import { PLACES } from './places.ts';

const rows = readFileSync(new URL('README.md', import.meta.url), 'utf8').split('\n');
const rowOf = (name: string): string => rows.find((row) => row.startsWith(`| \`${name}\` |`)) ?? '';

test.each(Object.entries(PLACES))('README tells of the place %s with its facts', (name, { what, facts }) => {
  for (const said of [what, ...facts]) expect(rowOf(name)).toContain(said);
});

test.each([...OPERATORS])('README tells of the operator %s with its options', (name, operator) => {
  for (const said of [operator.does, ...operator.places, ...Object.keys(operator.options)])
    expect(rowOf(name)).toContain(said);
});
