import type { Encounter, Location } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from './testing/rehearsal.ts';
import { encounter } from './testing/resources.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.close());

const admit = async (ward = 'sas-medicin-3', status?: Encounter['status']) =>
  rehearsal
    .as('physician', 'sas-akuten')
    .create<Encounter>(encounter(await rehearsal.newPatient(), ward, 'IMP', status));

const bedOf = ({ location = [] }: Encounter): string => location[0]?.location.reference ?? 'ingen plats';

test('admissions at the same time get different beds of their ward', async () => {
  const beds = (await Promise.all(Array.from({ length: 5 }, () => admit()))).map(bedOf);
  expect(new Set(beds).size).toBe(5);
  for (const bed of beds) {
    const { managingOrganization } = await rehearsal.as('nurse', 'sas-medicin-3').read<Location>(bed);
    expect(managingOrganization?.reference).toBe('Organization/sas-medicin-3');
  }
});

test('a full ward gives extra places, and a bed is free again after discharge', async () => {
  const ward = 'sas-medicin-4';
  const admitted = await Promise.all(Array.from({ length: 28 }, () => admit(ward)));
  const extra = await admit(ward);
  expect(extra.location?.[0]?.location.display).toBe('Extraplats 29');
  const [first] = admitted;
  if (first === undefined) throw new Error('Nobody was admitted.');
  await rehearsal.as('physician', ward).update<Encounter>({ ...first, status: 'finished' });
  expect(bedOf(await admit(ward))).toBe(bedOf(first));
});

test('only an admission gets a bed', async () => {
  const patient = await rehearsal.newPatient();
  const arrival = await rehearsal
    .as('nurse', 'sas-akuten')
    .create<Encounter>(encounter(patient, 'sas-akuten', 'EMER', 'arrived'));
  expect(arrival.location).toBeUndefined();
});
