import type { MedicationRequest, Patient } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { dosage, prescription } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const VIEWS = ['physician', 'nurse', 'pharmacist', 'patient'] as const;
type View = (typeof VIEWS)[number];

async function dosesSeen(patient: Patient, view: View): Promise<(number | undefined)[]> {
  const reader = view === 'patient' ? rehearsal.asPatient(patient) : rehearsal.as(view, 'sas-medicin-3');
  const found = await reader.search<MedicationRequest>(
    `MedicationRequest?subject=Patient/${patient.id}&status=active`,
  );
  return found.map(({ dosageInstruction }) => dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity?.value);
}

const seenByAll = async (patient: Patient) =>
  Object.fromEntries(await Promise.all(VIEWS.map(async (view) => [view, await dosesSeen(patient, view)])));

/** A prescription of 40 mg, changed to 80. */
async function changedPrescription(): Promise<Patient> {
  const patient = await rehearsal.newPatient();
  const physician = rehearsal.as('physician', 'sas-medicin-3');
  const first = await physician.create<MedicationRequest>(prescription(patient, 'Furosemid'));
  await physician.update<MedicationRequest>({ ...first, dosageInstruction: [dosage(80, 'mg')] });
  return patient;
}

test('every view shows the same current dose', async () => {
  rehearsal = await rehearsalWith();
  expect(await seenByAll(await changedPrescription())).toEqual({
    physician: [80],
    nurse: [80],
    pharmacist: [80],
    patient: [80],
  });
});

test('a draft is seen by prescribers alone', async () => {
  rehearsal = await rehearsalWith();
  const patient = await rehearsal.newPatient();
  const draft = await rehearsal
    .as('physician', 'sas-medicin-3')
    .create<MedicationRequest>({ ...prescription(patient, 'Furosemid'), status: 'draft' });
  const reference = `MedicationRequest/${draft.id}`;
  expect((await rehearsal.as('physician', 'sas-medicin-3').read(reference)).id).toBe(draft.id);
  await expect(rehearsal.as('nurse', 'sas-medicin-3').read(reference)).rejects.toThrow(/not found/i);
});

test('list-stale-in-one-view: the pharmacist sees a prescription a minute later', async () => {
  rehearsal = await rehearsalWith('list-stale-in-one-view');
  const patient = await changedPrescription();
  expect(await seenByAll(patient)).toEqual({ physician: [80], nurse: [80], pharmacist: [], patient: [80] });
  rehearsal.pass(60_001);
  expect(await dosesSeen(patient, 'pharmacist')).toEqual([80]);
});

test('old-dose-on-worklist: the nurse sees the dose as it first was', async () => {
  rehearsal = await rehearsalWith('old-dose-on-worklist');
  expect(await seenByAll(await changedPrescription())).toEqual({
    physician: [80],
    nurse: [40],
    pharmacist: [80],
    patient: [80],
  });
});
