import type { Encounter, Patient } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Surface } from '../workflow.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { encounter } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const nurse = () => rehearsal.as('nurse', 'sas-akuten');

const protectedPatient = (): Promise<Patient> =>
  rehearsal.newPatient({
    meta: { security: [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }] },
  });

const SECRETS = /Åsa|Provsjö|Provvägen|50000|070-/;

const isShown = (seen: unknown): boolean => SECRETS.test(JSON.stringify(seen));

const SURFACES: readonly Surface[] = ['read', 'search', 'include', 'history', 'everything', 'print'];

const shownOn = async (patient: Patient): Promise<Surface[]> => {
  const seen = await Promise.all(SURFACES.map((surface) => nurse().read(`Patient/${patient.id}`, surface)));
  return SURFACES.filter((_surface, index) => isShown(seen[index]));
};

test('name, address and telephone are shown to nobody but the register', async () => {
  rehearsal = await rehearsalWith();
  const patient = await protectedPatient();
  expect(await shownOn(patient)).toEqual([]);
  expect(isShown(await rehearsal.as('registry').read(`Patient/${patient.id}`))).toBe(true);
  expect(await nurse().read(`Patient/${patient.id}`)).toMatchObject({
    name: [{ text: 'Skyddad identitet' }],
    identifier: patient.identifier,
    birthDate: '1950-01-01',
    gender: 'female',
    meta: { security: [{ code: 'sekretessmarkering' }] },
  });
});

test('what others wrote about the person does not tell the name either', async () => {
  rehearsal = await rehearsalWith();
  const patient = await protectedPatient();
  const written = encounter(patient, 'sas-akuten', 'EMER', 'arrived');
  await nurse().create<Encounter>({ ...written, subject: { ...written.subject, display: 'Åsa Provsjö' } });
  const list = await nurse().search(
    `Encounter?service-provider=Organization/sas-akuten&subject=Patient/${patient.id}&_include=Encounter:subject`,
  );
  expect(list).toHaveLength(2);
  expect(isShown(list)).toBe(false);
  await rehearsal.as('registry').update<Patient>({ ...patient, meta: {} });
  const [afterwards] = await nurse().search(`Encounter?subject=Patient/${patient.id}`);
  expect(afterwards).toMatchObject({ subject: { display: 'Åsa Provsjö' } });
});

test('people without protection are shown, also when the protection has ended', async () => {
  rehearsal = await rehearsalWith();
  const ordinary = await rehearsal.newPatient();
  expect(await shownOn(ordinary)).toEqual(SURFACES);
  const patient = await protectedPatient();
  await rehearsal.as('registry').update<Patient>({ ...patient, meta: {} });
  expect(await shownOn(patient)).toEqual(SURFACES);
});

test('protected-identity-shown: name and address stand on prints and in the unit list', async () => {
  rehearsal = await rehearsalWith('protected-identity-shown');
  expect(await shownOn(await protectedPatient())).toEqual(['include', 'print']);
});
