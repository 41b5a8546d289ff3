import { describe, expect, it } from 'vitest';
import { otherwiseThan } from './self-link.ts';

const ASKED = 'subject=Patient%2F1&status=arrived%2Ctriaged&code=http%3A%2F%2Floinc.org%7C85353-1';
const BASE = 'https://fhir.test/r4/Encounter';

describe('a self link that means what was asked', () => {
  it.each([
    ['to the letter', `${BASE}?${ASKED}`],
    [
      'in another order',
      `${BASE}?status=arrived%2Ctriaged&code=http%3A%2F%2Floinc.org%7C85353-1&subject=Patient%2F1`,
    ],
    ['encoded less', `${BASE}?subject=Patient/1&status=arrived,triaged&code=http://loinc.org|85353-1`],
    [
      'with its values in another order',
      `${BASE}?subject=Patient/1&status=triaged,arrived&code=http://loinc.org|85353-1`,
    ],
    [
      'with a reference as an address',
      `${BASE}?${ASKED.replace('Patient%2F1', 'https%3A%2F%2Fx%2Fr4%2FPatient%2F1')}`,
    ],
    ['with a reference by its type', `${BASE}?${ASKED.replace('subject=Patient%2F1', 'subject:Patient=1')}`],
    ['with a reference without its type', `${BASE}?${ASKED.replace('Patient%2F1', '1')}`],
    [
      'with how the list is cut and sorted',
      `${BASE}?${ASKED}&_count=20&_sort=-date&_format=json&_total=none`,
    ],
  ])('%s', (_, self) => {
    expect(otherwiseThan(ASKED, self)).toBeUndefined();
  });

  it('tells a moment in another zone', () => {
    const asked = 'date=ge2026-11-29T12%3A00%3A00.000Z';
    expect(otherwiseThan(asked, `${BASE}?date=ge2026-11-29T13:00:00%2B01:00`)).toBeUndefined();
    expect(otherwiseThan(asked, `${BASE}?date=gt2026-11-29T12:00:00Z`)).toMatch(/inte på date/);
    expect(otherwiseThan(asked, `${BASE}?date=ge2026-11-28T12:00:00Z`)).toMatch(/inte på date/);
  });

  it('need not tell what is to come along', () => {
    expect(
      otherwiseThan('status=final&_include=DiagnosticReport%3Aresult', `${BASE}?status=final`),
    ).toBeUndefined();
  });
});

describe('a self link that means something else', () => {
  it.each([
    ['without a parameter', `${BASE}?${ASKED.replace('status=arrived%2Ctriaged&', '')}`, /inte på status/],
    ['without a query', BASE, /inte på subject/],
    ['with fewer values', `${BASE}?${ASKED.replace('%2Ctriaged', '')}`, /inte på status/],
    ['about somebody else', `${BASE}?${ASKED.replace('Patient%2F1', 'Patient%2F11')}`, /inte på subject/],
    ['with a code of another system', `${BASE}?${ASKED.replace('loinc', 'snomed')}`, /inte på code/],
    ['narrower', `${BASE}?${ASKED}&_lastUpdated=gt2026`, /snävare .*_lastUpdated/],
    ['of parts', `${BASE}?${ASKED}&_summary=true`, /delar .*_summary/],
    ['of an address that is none', `${BASE}?${ASKED.replace('Patient%2F1', '%E0%A4%A')}`, /inte på subject/],
  ])('%s', (_, self, words) => {
    expect(otherwiseThan(ASKED, self)).toMatch(words);
  });
});
