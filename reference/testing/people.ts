import type { Patient } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { TestPerson } from './reference-client.ts';

/** Makes a person known, by the register. Numbers are the published examples that belong to nobody. */
export async function makePatient(
  registry: TestPerson,
  value: string,
  protectedIdentity = false,
): Promise<Patient> {
  const patient: Patient = {
    resourceType: 'Patient',
    identifier: [{ system: SYSTEMS.personnummer, value }],
    name: [{ family: 'Öberg-Ångström', given: ['Åsa', 'Märta'] }],
    birthDate: '1912-12-12',
    gender: 'female',
    address: [{ line: ['Påhittade vägen 7'], postalCode: '504 30', city: 'Borås' }],
    ...(protectedIdentity
      ? { meta: { security: [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }] } }
      : {}),
  };
  const { body } = await registry.post<Patient>('Patient', patient);
  return body;
}
