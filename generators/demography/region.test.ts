import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseYaml } from '../../input/yaml-source.ts';
import { checkRegion, VASTRA_GOTALAND } from './region.ts';

const text = readFileSync(VASTRA_GOTALAND, 'utf8');
const check = (changed: string) => checkRegion(parseYaml('region.yaml', changed));

it('has 49 municipalities that add up', () => {
  expect(check(text).municipalities).toHaveLength(49);
});

it.each([
  [
    'inhabitants that do not add up',
    'inhabitants: 1772821',
    'inhabitants: 1700000',
    /^region\.yaml:\d+:\d+: Kommunerna har tillsammans 1772000 invånare, men regionen sägs ha 1700000/,
  ],
  [
    'a code twice',
    'code: "1402"',
    'code: "1401"',
    /^region\.yaml:\d+:\d+: Kommunkoden 1401 finns två gånger/,
  ],
  [
    'a wrong key',
    'inhabitants: 1772821',
    'inhabitants: 1772821\nfolk: 3',
    /^region\.yaml:\d+:\d+: Nyckeln "folk" finns inte här/,
  ],
  ['no YAML', 'municipalities:', 'municipalities: [', /^region\.yaml:\d+:\d+: Det här är inte YAML/],
])('refuses %s with the line', (_name, from, to, message) => {
  expect(() => check(text.replace(from, to))).toThrow(message);
});
