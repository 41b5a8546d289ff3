import type { Patient, ServiceRequest } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { parseFaults } from '../../faults/faults.ts';
import type { Archived } from '../../imaging/archived.ts';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal.ts';
import { pairingOf } from './pairing.ts';
import { accessionNumber } from './resources.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal.close());

const NUMBER = '191212121212';

const study = (change: Partial<Archived>): Archived => ({
  studyUid: '2.25.1',
  accession: 'G1',
  patientId: NUMBER,
  patientName: 'Tolvansson^Tolvan',
  description: 'DT hjärna',
  series: [],
  ...change,
});

async function ordered() {
  rehearsal = await startRehearsal();
  const patient = await rehearsal.store.create<Patient>({
    resourceType: 'Patient',
    identifier: [{ system: 'http://electronichealth.se/identifier/personnummer', value: NUMBER }],
  });
  const order = await rehearsal.store.create<ServiceRequest>({
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    identifier: [accessionNumber('G1')],
    subject: { reference: `Patient/${patient.id}` },
  });
  return { patient, order };
}

const pair = (archived: Archived, ...faults: readonly string[]) =>
  pairingOf(archived, { store: rehearsal.store, faults: parseFaults(faults, { now: Date.now }) });

describe('a study is paired with its order', () => {
  it('where accession and patient agree', async () => {
    const { order } = await ordered();
    expect(await pair(study({}))).toMatchObject({ order: { id: order.id } });
  });

  it('and not by its accession alone: it is about the one who was to be examined', async () => {
    const { patient } = await ordered();
    expect(await pair(study({ patientId: '189001019802' }))).toEqual({
      reason: expect.stringContaining('Tolvansson, Tolvan (189001019802)'),
      about: { reference: `Patient/${patient.id}` },
    });
  });

  it('and not without one, though the patient is known', async () => {
    const { patient } = await ordered();
    expect(await pair(study({ accession: '' }))).toEqual({
      reason: 'Bilderna har ingen beställning.',
      about: { reference: `Patient/${patient.id}` },
    });
    expect(await pair(study({ accession: 'G2', patientId: '' }))).toEqual({
      reason: 'Ingen beställning har numret G2.',
      about: undefined,
    });
  });

  it('of another patient when the fault is planted', async () => {
    const { order } = await ordered();
    const paired = await pair(study({ patientId: '189001019802' }), 'study-patient-ignored');
    expect(paired).toMatchObject({ order: { id: order.id } });
  });
});
