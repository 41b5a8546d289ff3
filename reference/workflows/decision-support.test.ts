import type { AllergyIntolerance, DetectedIssue, MedicationRequest, Patient } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { allergenCalled } from '../../care/medication/words.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { dosage, prescription } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const physician = () => rehearsal.as('physician', 'sas-medicin-3');

async function allergicPatient(): Promise<Patient> {
  const patient = await rehearsal.newPatient();
  await rehearsal.as('nurse', 'sas-medicin-3').create<AllergyIntolerance>({
    resourceType: 'AllergyIntolerance',
    patient: { reference: `Patient/${patient.id}` },
    criticality: 'high',
    clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
    code: { coding: [{ system: SYSTEMS.snomed, code: allergenCalled('penicillin').snomed }] },
  });
  return patient;
}

const issuesWith = (request: MedicationRequest): Promise<DetectedIssue[]> =>
  physician().search<DetectedIssue>(`DetectedIssue?implicated=MedicationRequest/${request.id}`);

test('penicillin for an allergic patient is stopped with the reason, another drug passes without warning', async () => {
  rehearsal = await rehearsalWith();
  const patient = await allergicPatient();
  const attempt = physician().create(prescription(patient, 'Bensylpenicillin'));
  await expect(attempt).rejects.toMatchObject({
    outcome: { issue: [{ code: 'business-rule' }] },
    message: expect.stringMatching(/^Stopp: penicillinallergi registrerad\. Bensylpenicillin \(J01CE01\)/),
  });
  expect(await physician().search(`MedicationRequest?subject=Patient/${patient.id}`)).toEqual([]);
  expect(await issuesWith(await physician().create(prescription(patient, 'Klindamycin')))).toEqual([]);
});

test('a stop that the prescriber overrides with a reason passes and stays on record', async () => {
  rehearsal = await rehearsalWith();
  const patient = await allergicPatient();
  const overridden = await physician().create<MedicationRequest>({
    ...prescription(patient, 'Bensylpenicillin'),
    contained: [
      {
        resourceType: 'DetectedIssue',
        id: 'override',
        status: 'final',
        mitigation: [{ action: { text: 'Patienten har tålt läkemedlet tidigare' } }],
      },
    ],
    detectedIssue: [{ reference: '#override' }],
  });
  expect(await issuesWith(overridden)).toMatchObject([{ severity: 'high' }]);
});

test('a warning passes and implicates the prescription; a changed dose is no second prescription', async () => {
  rehearsal = await rehearsalWith();
  const patient = await rehearsal.newPatient();
  const first = await physician().create<MedicationRequest>(prescription(patient, 'Furosemid'));
  await physician().update<MedicationRequest>({ ...first, dosageInstruction: [dosage(80, 'mg')] });
  expect(await issuesWith(first)).toEqual([]);
  const second = await physician().create<MedicationRequest>(prescription(patient, 'Furosemid'));
  expect(await issuesWith(second)).toMatchObject([
    { severity: 'moderate', detail: expect.stringContaining('Dubbelordination') },
  ]);
});

test('allergy-check-off: the stop is gone, other advice is not', async () => {
  rehearsal = await rehearsalWith('allergy-check-off');
  const patient = await allergicPatient();
  expect(await issuesWith(await physician().create(prescription(patient, 'Bensylpenicillin')))).toEqual([]);
  expect(await issuesWith(await physician().create(prescription(patient, 'Bensylpenicillin')))).toHaveLength(
    1,
  );
});
