import type {
  AuditEvent,
  DocumentReference,
  Encounter,
  MedicationRequest,
  Observation,
  Patient,
} from '@medplum/fhirtypes';
import { afterAll, expect, test, vi } from 'vitest';
import { type Rehearsal, sharedRehearsals } from '../../workflows/testing/rehearsal.ts';
import {
  dosage,
  encounter,
  NORMAL_VITALS,
  prescription,
  vitalSigns,
} from '../../workflows/testing/resources.ts';

const rehearsalWith = sharedRehearsals(afterAll);

const WARD = 'sas-medicin-3';

const note = ({ id }: Patient): DocumentReference => ({
  resourceType: 'DocumentReference',
  status: 'current',
  type: { coding: [{ system: 'http://loinc.org', code: '34109-9' }] },
  subject: { reference: `Patient/${id}` },
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from('Vaken.').toString('base64') } }],
});

/** What each of these patients has of a kind, as everybody and nobody in particular would see it. */
const heldBy = (rehearsal: Rehearsal, type: string, ...patients: readonly Patient[]): Promise<number[]> =>
  Promise.all(
    patients.map(async ({ id }) => (await rehearsal.store.search(`${type}?subject=Patient/${id}`)).length),
  );

/** Two patients with a note each, in this order. */
async function twoNotes(rehearsal: Rehearsal): Promise<[Patient, Patient, DocumentReference]> {
  const [first, second] = [await rehearsal.newPatient(), await rehearsal.newPatient()];
  const physician = rehearsal.as('physician', WARD);
  await physician.create(note(first));
  const answered = await physician.create<DocumentReference>(note(second));
  return [first, second, answered];
}

test('without a fault each has the own note', async () => {
  const rehearsal = await rehearsalWith();
  const [first, second] = await twoNotes(rehearsal);
  expect(await heldBy(rehearsal, 'DocumentReference', first, second)).toEqual([1, 1]);
});

test.each([
  ['note-lost=1/1', [0, 0]],
  ['note-doubled=1/1', [2, 2]],
  // The first has nobody else to go to but whom the register told of last.
  ['note-copied-to-another=1/1', [2, 2]],
])('write: with %s the notes are %j', async (specification, wanted) => {
  const rehearsal = await rehearsalWith(specification);
  const [first, second, answered] = await twoNotes(rehearsal);
  expect(await heldBy(rehearsal, 'DocumentReference', first, second)).toEqual(wanted);
  expect(answered.id).toEqual(expect.any(String));
});

test('write: what vanishes is there first and gone later', async () => {
  const rehearsal = await rehearsalWith('note-vanishes=1/1');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [first] = await twoNotes(rehearsal);
    expect(await heldBy(rehearsal, 'DocumentReference', first)).toEqual([1]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await heldBy(rehearsal, 'DocumentReference', first)).toEqual([0]);
  } finally {
    vi.useRealTimers();
  }
});

test('write: a change that is ignored is answered as if it held', async () => {
  const rehearsal = await rehearsalWith('dose-change-ignored');
  const physician = rehearsal.as('physician', WARD);
  const first = await physician.create<MedicationRequest>(
    prescription(await rehearsal.newPatient(), 'Furosemid'),
  );
  await physician.update<MedicationRequest>({ ...first, dosageInstruction: [dosage(80, 'mg')] });
  const stored = await physician.read<MedicationRequest>(`MedicationRequest/${first.id}`);
  expect(stored.dosageInstruction).toEqual(first.dosageInstruction);
  expect(stored.meta?.versionId).toBe('2');
});

test('read and search: a list shows the version before, a single read the right one', async () => {
  const rehearsal = await rehearsalWith('list-behind-chart');
  const nurse = rehearsal.as('nurse', WARD);
  const patient = await rehearsal.newPatient();
  const stay = await nurse.create<Encounter>(encounter(patient, 'sas-akuten', 'EMER', 'arrived'));
  await nurse.update<Encounter>({ ...stay, status: 'triaged' });
  const [listed] = await nurse.search<Encounter>(`Encounter?subject=Patient/${patient.id}`);
  expect([listed?.status, (await nurse.read<Encounter>(`Encounter/${stay.id}`)).status]).toEqual([
    'arrived',
    'triaged',
  ]);
});

test('search and query: a list is cut without a word, and holds others when the patient is not asked for', async () => {
  const listed = async (...faults: string[]): Promise<number> => {
    const rehearsal = await rehearsalWith(...faults);
    const nurse = rehearsal.as('nurse', WARD);
    const [patient, other] = [await rehearsal.newPatient(), await rehearsal.newPatient()];
    for (const each of [patient, patient, other])
      await nurse.create<Observation>(vitalSigns(each, NORMAL_VITALS));
    return (await nurse.search(`Observation?subject=Patient/${patient.id}`)).length;
  };
  expect(await listed()).toBe(2);
  expect(await listed('vitals-list-cut')).toBe(1);
  expect(await listed('chart-not-limited-to-patient=1/1')).toBe(3);
});

test('authority: a hole lets in, a denial shuts out', async () => {
  const refused = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => false,
      () => true,
    );
  const tried = async (...faults: string[]): Promise<boolean[]> => {
    const rehearsal = await rehearsalWith(...faults);
    const [patient, other] = [await rehearsal.newPatient(), await rehearsal.newPatient()];
    const { id } = await rehearsal.as('physician', WARD).create<DocumentReference>(note(patient));
    return Promise.all([
      refused(rehearsal.asPatient(other).read(`DocumentReference/${id}`)),
      refused(rehearsal.as('nurse', WARD).create(prescription(patient, 'Furosemid'))),
      refused(rehearsal.as('physician', WARD).search('DiagnosticReport')),
    ]);
  };
  expect(await tried()).toEqual([true, true, false]);
  expect(await tried('patient-reads-others', 'nurse-prescribes', 'physician-denied-answers=1/1')).toEqual([
    false,
    false,
    true,
  ]);
});

test('audit: what is not logged, and what is logged of somebody else', async () => {
  const loggedOf = async (...faults: string[]): Promise<number> => {
    const rehearsal = await rehearsalWith(...faults);
    const [patient] = await twoNotes(rehearsal);
    await rehearsal.as('nurse', WARD).read(`Patient/${patient.id}`);
    const log = await rehearsal.as('registry').search<AuditEvent>('AuditEvent?_count=1000');
    return log.filter(
      ({ action, entity = [] }) =>
        action === 'R' && entity.some(({ what }) => what?.reference === `Patient/${patient.id}`),
    ).length;
  };
  expect(await loggedOf()).toBe(1);
  expect(await loggedOf('reads-unlogged')).toBe(0);
  expect(await loggedOf('logged-on-another-patient=1/1')).toBeLessThan(2);
});
