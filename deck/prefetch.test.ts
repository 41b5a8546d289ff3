import type { Bundle, Resource } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { matching } from './prefetch.ts';

const RECORD: readonly Resource[] = [
  { resourceType: 'Patient', id: 'p' },
  { resourceType: 'MedicationRequest', id: 'm1', status: 'active', intent: 'order', subject: {} },
  { resourceType: 'MedicationRequest', id: 'm2', status: 'stopped', intent: 'order', subject: {} },
  {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '1' }] },
  },
  {
    resourceType: 'Observation',
    id: 'o2',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2' }] },
  },
];

const idsOf = (template: string) =>
  (matching(template, 'p', RECORD) as Bundle).entry?.map(({ resource }) => resource?.id);

it.each([
  ['Patient?_id={{context.patientId}}', ['p']],
  ['MedicationRequest?subject=Patient/{{context.patientId}}&status=active', ['m1']],
  ['MedicationRequest?patient={{context.patientId}}', ['m1', 'm2']],
  ['Observation?code=http://loinc.org|2', ['o2']],
  ['Observation?code=1,2&_sort=-date', ['o1', 'o2']],
  ['Observation?code=other|2', []],
  ['Condition?patient={{context.patientId}}', []],
])('%s finds %j', (template, ids) => expect(idsOf(template)).toEqual(ids));

it('a read is the resource itself, or nothing', () => {
  expect(matching('Patient/{{context.patientId}}', 'p', RECORD)).toMatchObject({ id: 'p' });
  expect(matching('Patient/{{context.patientId}}', 'q', RECORD)).toBeNull();
});
