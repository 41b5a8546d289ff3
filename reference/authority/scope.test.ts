import type { Bundle, Encounter, Patient, Task } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { makePatient } from '../testing/people.ts';
import {
  refusalIn,
  startTestReference,
  type TestPerson,
  type TestReference,
} from '../testing/reference-client.ts';

let reference: TestReference;
let nurse: TestPerson;
let own: Patient;
let other: Patient;

beforeAll(async () => {
  reference = await startTestReference();
  const registry = await reference.as('registry');
  nurse = await reference.as('nurse.sas-medicin-3.day');
  own = await makePatient(registry, '191212121212');
  other = await makePatient(registry, '189002029800');
  for (const patient of [own, other]) {
    await nurse.post('Encounter', {
      resourceType: 'Encounter',
      status: 'in-progress',
      class: { system: SYSTEMS.actCode, code: 'AMB' },
      subject: { reference: `Patient/${patient.id}` },
      serviceProvider: { reference: 'Organization/sas-medicin-3' },
    } satisfies Encounter);
  }
});
afterAll(() => reference.close());

const subjectsIn = (bundle: Bundle): (string | undefined)[] =>
  bundle.entry?.map(({ resource }) => (resource as Encounter).subject?.reference) ?? [];

describe('a patient', () => {
  it('finds and reads only what is their own', async () => {
    const patient = await reference.as('191212121212');
    const { body } = await patient.get<Bundle>('Encounter?status=in-progress');
    expect(subjectsIn(body)).toEqual([`Patient/${own.id}`]);
    expect((await patient.get(`Patient/${own.id}`)).status).toBe(200);
    expect((await patient.get<Bundle>('Patient')).body.entry).toHaveLength(1);
    const refused = await patient.get(`Patient/${other.id}`);
    expect(refused.status).toBe(403);
    expect(refusalIn(refused)).toBe('Rollen patient får inte läsa Patient.');
    expect((await patient.get(`Patient/${other.id}/_history`)).status).toBe(403);
    expect((await patient.get(`Patient/${other.id}/$everything`)).status).toBe(403);
  });

  it('meets nobody else by way of an include', async () => {
    const patient = await reference.as('191212121212');
    const { text } = await patient.get('Patient?_revinclude=Encounter:subject');
    expect(text).toContain(`Patient/${own.id}`);
    expect(text).not.toContain(String(other.id));
  });
});

describe('a conditional create', () => {
  it('shows nobody what they may not read', async () => {
    const patient = await reference.as('191212121212');
    const criterion = { 'if-none-exist': 'identifier=189002029800' };
    const { status, text } = await patient.post('Patient', { resourceType: 'Patient' }, criterion);
    expect(status).toBe(403);
    expect(text).not.toContain('Öberg');
  });
});

describe('a municipality', () => {
  it('reads the entries of its own inbox and those people, and no record', async () => {
    await sendMessage(own, 'boras-kommun');
    await sendMessage(other, 'marks-kommun');
    const manager = await reference.as('care-manager.boras-kommun.day');
    const { body: inbox } = await manager.get<Bundle<Task>>('Task?status=requested');
    expect(inbox.entry?.map(({ resource }) => resource?.for?.reference)).toEqual([`Patient/${own.id}`]);
    const { body: people } = await manager.get<Bundle>('Patient');
    expect(people.entry?.map(({ resource }) => resource?.id)).toEqual([own.id]);
    expect((await manager.get(`Patient/${other.id}`)).status).toBe(403);
    expect((await manager.get(`Encounter?subject=Patient/${own.id}`)).status).toBe(403);
  });

  async function sendMessage(patient: Patient, unit: string): Promise<void> {
    const subject = { reference: `Patient/${patient.id}` };
    await nurse.post('Consent', {
      resourceType: 'Consent',
      status: 'active',
      scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
      category: [{ coding: [{ system: SYSTEMS.genrep, code: 'share-with-municipality' }] }],
      policyRule: { text: 'lag (2017:612)' },
      patient: subject,
      provision: { type: 'permit' },
    });
    const { status, text } = await nurse.post('Communication', {
      resourceType: 'Communication',
      status: 'completed',
      category: [{ coding: [{ system: SYSTEMS.genrep, code: 'admission' }] }],
      subject,
      recipient: [{ reference: `Organization/${unit}` }],
      payload: [{ contentString: 'Inskriven.' }],
    });
    expect(status, text).toBe(201);
  }
});
