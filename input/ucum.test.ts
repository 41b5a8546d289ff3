import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { EVERYDAY_UNITS, isUcum, ucumNear } from './ucum.ts';

const { UcumLhcUtils } = createRequire(import.meta.url)('@lhncbc/ucum-lhc');

it('the units that need no table are in it', () => {
  const ucum = UcumLhcUtils.getInstance();
  const wrong = [...EVERYDAY_UNITS].filter((unit) => ucum.validateUnitString(unit).ucumCode !== unit);
  expect(wrong).toEqual([]);
});

it.each([
  ['mg/L', true],
  ['mg/L{FEU}', true],
  ['[IU]/L', true],
  ['10*6/L', true],
  ['mg/L FEU', false],
  ['mmHg', false],
  ['µg/L', false],
  ['milligram', false],
])('%s is UCUM to the letter: %s', (unit, is) => expect(isUcum(unit)).toBe(is));

it.each([
  ['mg/L FEU', 'mg/L{FEU}'],
  ['mmHg', 'mm[Hg]'],
  ['qwz', undefined],
])('instead of %s is %s meant', (unit, meant) => expect(ucumNear(unit)).toBe(meant));
