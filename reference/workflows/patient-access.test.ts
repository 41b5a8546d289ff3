import type { DiagnosticReport, DocumentReference, Patient } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const note = (patient: Patient, change: Partial<DocumentReference> = {}): DocumentReference => ({
  resourceType: 'DocumentReference',
  status: 'current',
  type: { coding: [{ system: SYSTEMS.loinc, code: '34109-9' }] },
  subject: { reference: `Patient/${patient.id}` },
  content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: 'SGVq' } }],
  ...change,
});

const write = (patient: Patient, change?: Partial<DocumentReference>): Promise<DocumentReference> =>
  rehearsal.as('physician', 'vc-ekbacken').create<DocumentReference>(note(patient, change));

const documentsRead = async (patient: Patient): Promise<(string | undefined)[]> => {
  const found = await rehearsal
    .asPatient(patient)
    .search<DocumentReference>(`DocumentReference?subject=Patient/${patient.id}`);
  return found.map(({ id }) => id);
};

test('the patient reads a note at once, but not what is between staff or was withdrawn', async () => {
  rehearsal = await rehearsalWith();
  const patient = await rehearsal.newPatient();
  const { id } = await write(patient);
  await write(patient, { type: { coding: [{ system: SYSTEMS.genrep, code: 'sbar' }] } });
  await write(patient, { status: 'entered-in-error' });
  expect(await documentsRead(patient)).toEqual([id]);
});

test('patient-view-delayed: notes and answers are seen twelve seconds later, by staff at once', async () => {
  rehearsal = await rehearsalWith('patient-view-delayed');
  const patient = await rehearsal.newPatient();
  const { id } = await write(patient);
  const report = await rehearsal.store.create<DiagnosticReport>({
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: { text: 'P—Kaliumjon' },
    subject: { reference: `Patient/${patient.id}` },
  });
  const answersRead = () =>
    rehearsal.asPatient(patient).search<DiagnosticReport>(`DiagnosticReport?subject=Patient/${patient.id}`);
  expect(await documentsRead(patient)).toEqual([]);
  expect(await answersRead()).toEqual([]);
  expect((await rehearsal.as('nurse', 'vc-ekbacken').read(`DocumentReference/${id}`)).id).toBe(id);
  rehearsal.pass(12_001);
  expect(await documentsRead(patient)).toEqual([id]);
  expect(await answersRead()).toMatchObject([{ id: report.id }]);
});
