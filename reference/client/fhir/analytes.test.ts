import type { Observation } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { analytesIn, whereIn } from './analytes.ts';
import type { Report } from './laboratory.ts';

const RANGES: Observation['referenceRange'] = [
  { low: { value: 117 }, high: { value: 153 }, appliesTo: [{ coding: [{ code: 'female' }] }] },
  { low: { value: 134 }, high: { value: 170 }, appliesTo: [{ coding: [{ code: 'male' }] }] },
];

const answer = (id: string, value: number, issued: string, unit = 'g/L'): Report => {
  const code = { coding: [{ system: 'urn:oid:1.2.752.108.1', code: 'NPU28309' }], text: 'Hemoglobin' };
  const result: Observation = {
    resourceType: 'Observation',
    status: 'final',
    code,
    valueQuantity: { value, unit },
    referenceRange: RANGES,
  };
  const report = { resourceType: 'DiagnosticReport', id, meta: {}, status: 'final', code, issued } as const;
  return { id, report: report as unknown as Report['report'], text: '', results: [result] };
};

it('tells values in the order of time, whatever order the answers came in', () => {
  const [analyte] = analytesIn([answer('2', 140, '2026-02-01'), answer('1', 120, '2026-01-01')], 'female');
  expect(analyte).toMatchObject({
    name: 'Hemoglobin',
    unit: 'g/L',
    values: [{ value: 120 }, { value: 140 }],
    interval: { low: 117, high: 153 },
  });
});

it('keeps units apart: a line through two of them would be no trend', () => {
  const both = [answer('1', 120, '2026-01-01'), answer('2', 7.4, '2026-02-01', 'mmol/L')];
  expect(analytesIn(both, 'female').map(({ unit }) => unit)).toEqual(['g/L', 'mmol/L']);
});

it('judges by the interval of the sex, and by none where the sex is not known', () => {
  const judged = (sex: 'female' | 'male' | undefined) =>
    whereIn(120, analytesIn([answer('1', 120, '')], sex)[0]?.interval);
  expect([judged('female'), judged('male'), judged(undefined)]).toEqual(['within', 'below', undefined]);
});

it('leaves answers in words to the words', () => {
  const words = answer('1', 0, '2026-01-01');
  expect(
    analytesIn(
      [{ ...words, results: [{ ...words.results[0], valueQuantity: undefined } as Observation] }],
      'male',
    ),
  ).toEqual([]);
});
