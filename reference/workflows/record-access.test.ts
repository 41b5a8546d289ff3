import type {
  Bundle,
  Consent,
  DocumentReference,
  Encounter,
  MedicationRequest,
  Parameters,
  Patient,
} from '@medplum/fhirtypes';
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
let own: TestPerson;
let other: TestPerson;
let outside: TestPerson;
let patient: Patient;
let written: DocumentReference;

const OWN = 'Organization/sas-medicin-3';

beforeAll(async () => {
  reference = await startTestReference();
  own = await reference.as('physician.sas-medicin-3.day');
  other = await reference.as('physician.sas-medicin-4.day');
  outside = await reference.as('physician.vc-lovhult.day');
  patient = await makePatient(await reference.as('registry'), '191212121212');
  ({ body: written } = await own.post<DocumentReference>('DocumentReference', {
    resourceType: 'DocumentReference',
    status: 'current',
    subject: { reference: `Patient/${patient.id}` },
    content: [{ attachment: { contentType: 'text/plain', data: 'aGVq' } }],
  }));
});
afterAll(() => reference.close());

const says = (by: TestPerson, kind: string, type: 'permit' | 'deny', unit: string) =>
  by.post<Consent>('Consent', {
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: SYSTEMS.genrep, code: kind }] }],
    policyRule: { text: 'Patientdatalagen (2008:355)' },
    patient: { reference: `Patient/${patient.id}` },
    organization: [{ reference: unit }],
    provision: { type },
  } satisfies Consent);

const statusFor = async (reader: TestPerson) => (await reader.get(`DocumentReference/${written.id}`)).status;

describe('another caregiver', () => {
  it('reads with the latest word of the patient, and not without one', async () => {
    expect(await statusFor(outside)).toBe(404);
    await says(outside, 'cohesive-record', 'permit', 'Organization/vc-lovhult');
    expect(await statusFor(outside)).toBe(200);
    await says(outside, 'cohesive-record', 'deny', 'Organization/vc-lovhult');
    expect(await statusFor(outside)).toBe(404);
  });
});

describe('the national medication list', () => {
  it('is read by all caregivers and pharmacies, where other prescriptions are not', async () => {
    const pharmacy = await reference.as('pharmacist.apoteket-eken.day');
    const prescribed = async (category?: MedicationRequest['category']) => {
      const { body } = await own.post<MedicationRequest>('MedicationRequest', {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        ...(category && { category }),
        medicationCodeableConcept: { coding: [{ system: SYSTEMS.atc, code: 'C03CA01' }] },
        subject: { reference: `Patient/${patient.id}` },
      });
      return `MedicationRequest/${body.id}`;
    };
    const national = await prescribed([
      { coding: [{ system: SYSTEMS.prescriptionCategory, code: 'community' }] },
    ]);
    const inHospital = await prescribed();
    for (const reader of [outside, pharmacy]) {
      expect((await reader.get(national)).status).toBe(200);
      expect((await reader.get(inHospital)).status).not.toBe(200);
    }
    expect((await pharmacy.get(`DocumentReference/${written.id}`)).status).not.toBe(200);
  });
});

describe('what a patient has blocked', () => {
  let block: Consent;
  beforeAll(async () => {
    expect(await statusFor(other)).toBe(200);
    ({ body: block } = await says(own, 'block', 'deny', OWN));
  });

  it('is read at its own unit, and looks elsewhere as if it were not there', async () => {
    expect(await statusFor(own)).toBe(200);
    const nobody = await other.get('DocumentReference/finns-inte');
    for (const path of ['', '/_history', '/_history/1']) {
      const { status, text } = await other.get(`DocumentReference/${written.id}${path}`);
      expect([status, text]).toEqual([404, nobody.text]);
    }
  });

  it('is in no list, no count and no extract, and is not found by what it says', async () => {
    const about = `patient=Patient/${patient.id}`;
    const { body: counted } = await other.get<Bundle>(`DocumentReference?${about}&_summary=count`);
    expect(counted.total).toBe(0);
    for (const path of [
      `DocumentReference?${about}`,
      `Patient?_id=${patient.id}&_revinclude=DocumentReference:patient`,
      `Patient/${patient.id}/$everything`,
    ])
      expect((await other.get(path)).text).not.toContain(`DocumentReference/${written.id}`);
    const { body: asked } = await other.get<Bundle>(
      `Patient?_id=${patient.id}&_has:DocumentReference:patient:_id=${written.id}`,
    );
    expect(asked.entry ?? []).toEqual([]);
  });

  it('is not changed by who may not see it', async () => {
    expect((await other.put(`DocumentReference/${written.id}`, written)).status).toBe(404);
  });

  it('shows elsewhere that something is blocked, and no more', async () => {
    const { body } = await other.get<Consent>(`Consent/${block.id}`);
    expect(body.provision?.type).toBe('deny');
    expect([body.organization, body.dateTime, body.performer]).toEqual([undefined, undefined, undefined]);
    expect((await own.get<Consent>(`Consent/${block.id}`)).body.organization).toEqual([{ reference: OWN }]);
  });

  it('is opened by two steps, with a reason, to nobody else', async () => {
    const open = (by: TestPerson, reason?: string) =>
      by.post<Parameters>(
        `Patient/${patient.id}/$open-blocked`,
        reason === undefined
          ? {}
          : {
              resourceType: 'Parameters',
              parameter: [{ name: 'reason', valueString: reason }],
            },
      );
    const early = await open(other, 'Medvetslös, vården kan inte vänta.');
    expect([early.status, refusalIn(early)]).toEqual([422, 'Begär först att få veta var uppgifterna finns.']);
    const { body: where } = await open(other);
    expect(where.parameter).toEqual([{ name: 'unit', valueReference: { reference: OWN } }]);
    expect(await statusFor(other)).toBe(404);
    expect((await open(other, 'för att')).status).toBe(422);
    expect((await open(other, 'Medvetslös, vården kan inte vänta.')).status).toBe(200);
    expect(await statusFor(other)).toBe(200);
    expect(await statusFor(await reference.as('nurse.sas-medicin-4.day'))).toBe(404);
    const secretary = await reference.as('medical-secretary.sas-akuten.day');
    const { text } = await secretary.get(`AuditEvent?patient=Patient/${patient.id}`);
    expect(text).toContain('Medvetslös, vården kan inte vänta.');
    expect((await open(await reference.as('assistant-nurse.sas-medicin-4.day'))).status).toBe(403);
  });

  it('is seen again when the block is lifted', async () => {
    const nurse = await reference.as('nurse.sas-medicin-4.day');
    await own.put(`Consent/${block.id}`, { ...block, status: 'inactive' });
    expect(await statusFor(nurse)).toBe(200);
  });
});

describe('a guardian', () => {
  it('reads the record of a child under thirteen, and of no older one', async () => {
    const registry = await reference.as('registry');
    const nurse = await reference.as('nurse.sas-medicin-3.day');
    const childBorn = async (birthDate: string, value: string) => {
      const { body: child } = await registry.post<Patient>('Patient', {
        resourceType: 'Patient',
        identifier: [{ system: SYSTEMS.nationalReserveNumber, value }],
        birthDate,
      });
      await registry.post('RelatedPerson', {
        resourceType: 'RelatedPerson',
        active: true,
        identifier: [{ system: SYSTEMS.personnummer, value: '191212121212' }],
        patient: { reference: `Patient/${child.id}` },
        relationship: [{ coding: [{ code: 'GUARD' }] }],
      });
      const { body: visit } = await nurse.post<Encounter>('Encounter', {
        resourceType: 'Encounter',
        status: 'in-progress',
        class: { system: SYSTEMS.actCode, code: 'AMB' },
        subject: { reference: `Patient/${child.id}` },
        serviceProvider: { reference: OWN },
      });
      return visit.id;
    };
    const year = new Date().getUTCFullYear();
    const guardian = await reference.as('191212121212');
    const young = await childBorn(`${year - 12}-01-01`, '24120101AA01');
    const older = await childBorn(`${year - 13}-01-01`, '24110101AA01');
    expect((await guardian.get(`Encounter/${young}`)).status).toBe(200);
    expect((await guardian.get(`Encounter/${older}`)).status).toBe(403);
  });
});

describe('what is not shown is not searched by', () => {
  it('finds nobody with protected identity by name, and nobody by what one may not read', async () => {
    const hidden = await makePatient(await reference.as('registry'), '189002029800', true);
    const found = async (reader: TestPerson, query: string) =>
      ((await reader.get<Bundle>(`Patient?_id=${hidden.id}${query}`)).body.entry ?? []).length;
    expect(await found(own, '')).toBe(1);
    expect(await found(own, '&family=Öberg')).toBe(0);
    expect(await found(await reference.as('registry'), '&family=Öberg')).toBe(1);
    const scientist = await reference.as('biomedical-scientist.sas-lab.day');
    const asked = await scientist.get(`Patient?_has:DocumentReference:patient:_id=${written.id}`);
    expect(refusalIn(asked)).toBe('Rollen biomedicinsk analytiker får inte läsa DocumentReference.');
  });
});
