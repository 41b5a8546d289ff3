import type { DetectedIssue, MedicationAdministration, MedicationRequest, Task } from '@medplum/fhirtypes';
import { afterEach, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Rehearsal, startRehearsal } from './testing/rehearsal.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal.close());

const HOME = 'vc-ekbacken-hem';
const HOUR = 3_600_000;
const begun = Date.now();
const at = (hours: number): string => new Date(begun + hours * HOUR).toISOString();

async function prescribed(...faults: readonly string[]) {
  rehearsal = await startRehearsal(...faults);
  const patient = await rehearsal.newPatient();
  const subject = { reference: `Patient/${patient.id}` };
  const request = await rehearsal.as('physician', 'vc-ekbacken').create<MedicationRequest>({
    ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject },
    medicationCodeableConcept: { text: 'Amoxicillin' },
    dosageInstruction: [{ timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } } }],
  });
  const dose = (hours: number, id?: string): MedicationAdministration => ({
    ...{ resourceType: 'MedicationAdministration', status: 'completed', subject },
    medicationCodeableConcept: { text: 'Amoxicillin' },
    effectiveDateTime: at(hours),
    request: { reference: `MedicationRequest/${request.id}` },
    ...(id === undefined ? {} : { identifier: [{ system: SYSTEMS.homeCare, value: id }] }),
  });
  const told = async () =>
    (await rehearsal.store.search<DetectedIssue>('DetectedIssue?status=final')).map(({ detail }) => detail);
  return { subject, request, dose, told };
}

test('a dose from home that another gave is kept, and told of', async () => {
  const { dose, told } = await prescribed();
  await rehearsal.as('nurse', 'vc-ekbacken').create(dose(0));
  await rehearsal.as('district-nurse', HOME).create(dose(1, 'a'));
  expect(await told()).toEqual([expect.stringContaining('Den var redan given')]);
  expect(await rehearsal.store.search('MedicationAdministration?status=completed')).toHaveLength(2);
});

test('the next dose, one’s own and what was given in the house are not told of', async () => {
  const { dose, told } = await prescribed();
  await rehearsal.as('nurse', 'vc-ekbacken').create(dose(0));
  await rehearsal.as('physician', 'vc-ekbacken').create(dose(1));
  await rehearsal.as('district-nurse', HOME).create(dose(5, 'a'));
  await rehearsal.as('district-nurse', HOME).create(dose(6, 'b'));
  expect(await told()).toEqual([]);
});

test('a dose from home of a drug that had been stopped is told of', async () => {
  const { request, dose, told } = await prescribed();
  const district = rehearsal.as('district-nurse', HOME);
  await rehearsal.as('physician', 'vc-ekbacken').update<MedicationRequest>({ ...request, status: 'stopped' });
  await district.create(dose(-1, 'before'));
  expect(await told()).toEqual([]);
  await district.create(dose(9, 'after'));
  expect(await told()).toEqual(['Dosen gavs fast läkemedlet hade satts ut.']);
});

const BY_DELEGATION = [{ coding: [{ system: SYSTEMS.genrep, code: 'by-delegation' }] }];

const accepted = (subject: { reference: string }, from: number, to: number): Task => ({
  ...{ resourceType: 'Task', status: 'accepted', intent: 'order', for: subject },
  code: { coding: [{ system: SYSTEMS.genrep, code: 'delegation-accepted' }] },
  executionPeriod: { start: at(from), end: at(to) },
});

test('an assistant nurse gives drugs by a delegation that holds, and not without', async () => {
  const { subject, dose } = await prescribed();
  const assistant = rehearsal.as('assistant-nurse', HOME);
  const delegated = { ...dose(0, 'a'), reasonCode: BY_DELEGATION };
  await expect(assistant.create(dose(0, 'a'))).rejects.toThrow('får inte ge läkemedel');
  await expect(assistant.create(delegated)).rejects.toThrow('Delegering saknas');
  await assistant.create(accepted(subject, -48, -24));
  await expect(assistant.create(delegated)).rejects.toThrow('Delegering saknas');
  await assistant.create(accepted(subject, -1, 24));
  await assistant.create(delegated);
  await expect(rehearsal.as('district-nurse', HOME).create(accepted(subject, -1, 24))).rejects.toThrow();
});

test('with the fault she gives them without', async () => {
  const { dose } = await prescribed('drug-delegation-ignored');
  await rehearsal.as('assistant-nurse', HOME).create({ ...dose(0, 'a'), reasonCode: BY_DELEGATION });
  expect(await rehearsal.store.search('MedicationAdministration?status=completed')).toHaveLength(1);
});
