import type { Patient } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { labOrder } from '../testing/resources.ts';
import { isSignedLaboratoryOrder, orderMessageOf } from './order-message.ts';

const PATIENT: Patient = {
  resourceType: 'Patient',
  id: 'p',
  identifier: [{ value: '19500101K001' }],
  name: [{ given: ['Åsa'], family: 'Provsjö' }],
  birthDate: '1950-01-01',
  gender: 'female',
};

const tell = (patient: Patient) =>
  orderMessageOf({ ...labOrder(patient, 'Kalium'), id: 'o-1' }, patient, '2026-11-22T07:00:00Z');

test('the laboratory is told who, what and when', () => {
  expect(tell(PATIENT)).toMatchObject({
    number: 'o-1',
    patient: {
      number: { system: '', value: '19500101K001' },
      name: { family: 'Provsjö', given: 'Åsa' },
      birthDate: '1950-01-01',
      sex: 'F',
    },
    test: { system: SYSTEMS.npu, code: 'NPU03230', display: 'P—Kaliumjon' },
  });
});

test('the laboratory is not told a protected name', () => {
  const security = [{ system: SYSTEMS.securityLabel, code: 'skyddadFolkbokforing' }];
  expect(tell({ ...PATIENT, meta: { security } }).patient.name).toEqual({
    family: 'Skyddad identitet',
    given: '',
  });
});

test('the laboratory is told the personnummer, wherever it stands among the numbers', () => {
  const personnummer = { system: SYSTEMS.personnummer, value: '191212121212' };
  const others = [{ value: 'A17' }, { system: SYSTEMS.regionalReserveNumber, value: '19500101K001' }];
  expect(tell({ ...PATIENT, identifier: [...others, personnummer] }).patient.number).toEqual(personnummer);
});

test.each([
  ['a draft', { status: 'draft' as const }],
  ['a plan', { intent: 'plan' as const }],
  ['a referral', { category: [{ coding: [{ system: SYSTEMS.snomed, code: '3457005' }] }] }],
])('%s is no signed laboratory order', (_what, change) => {
  expect(isSignedLaboratoryOrder({ ...labOrder(PATIENT, 'Kalium'), ...change })).toBe(false);
  expect(isSignedLaboratoryOrder(labOrder(PATIENT, 'Kalium'))).toBe(true);
});
