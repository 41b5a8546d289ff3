import type { MedicationAdministration, MedicationRequest } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { givenAlready } from './given-already.ts';

const request: MedicationRequest = {
  ...{ resourceType: 'MedicationRequest', id: '1', status: 'active', intent: 'order', subject: {} },
  dosageInstruction: [{ timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } } }],
};
const dose = (
  at: string,
  of = '1',
  status: MedicationAdministration['status'] = 'completed',
): MedicationAdministration => ({
  ...{ resourceType: 'MedicationAdministration', status, subject: {}, effectiveDateTime: at },
  request: { reference: `MedicationRequest/${of}` },
  performer: [{ actor: { display: 'Alva' } }],
});
const waiting = (at: string): Entry => ({
  ...{
    id: 'a',
    kind: 'dose',
    visit: 'v',
    patient: 'Patient/1',
    author: 'n',
    at,
    words: '',
    state: 'waiting',
  },
  what: { makes: dose(at) },
});
const NOW = '2026-12-01T12:00:00.000Z';
const told = (given: readonly MedicationAdministration[], entries: readonly Entry[] = []) =>
  givenAlready(request, { given }, entries, NOW);

it('of three a day it is the same dose within four hours', () => {
  expect(told([dose('2026-12-01T08:00:01.000Z')])).toEqual({ at: '2026-12-01T08:00:01.000Z', by: 'Alva' });
  expect(told([dose('2026-12-01T08:00:00.000Z')])).toBeUndefined();
});

it('a dose of another drug, or one that was never given, is none', () => {
  expect(told([dose(NOW, '2'), dose(NOW, '1', 'entered-in-error')])).toBeUndefined();
});

it('what was given from this device and waits counts too, and the latest is told', () => {
  expect(told([], [waiting('2026-12-01T11:00:00.000Z')])).toEqual({
    at: '2026-12-01T11:00:00.000Z',
    by: undefined,
  });
  expect(told([dose('2026-12-01T11:30:00.000Z')], [waiting('2026-12-01T11:00:00.000Z')])?.by).toBe('Alva');
  expect(told([], [{ ...waiting(NOW), state: 'refused' }])).toBeUndefined();
});
