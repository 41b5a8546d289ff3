import type {
  AllergyIntolerance,
  Communication,
  Consent,
  DetectedIssue,
  DocumentReference,
  MedicationAdministration,
  MedicationRequest,
  Observation,
  Patient,
  Resource,
  ServiceRequest,
  Task,
} from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { asMistake } from '../authority/mistakes.ts';
import { eventually } from './testing/eventually.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import {
  consent,
  labAnswer,
  labOrder,
  message,
  prescription,
  SEPTIC_VITALS,
  vitalSigns,
} from './testing/resources.ts';

let rehearsal: Rehearsal;
const PENICILLIN_ALLERGY = '91936005';

const rehearsalWith = sharedRehearsals(afterAll);
beforeAll(async () => {
  rehearsal = await rehearsalWith();
});

const UNIT = 'sas-medicin-3';
const physician = () => rehearsal.as('physician', UNIT);
const nurse = () => rehearsal.as('nurse', UNIT);

const about = ({ id }: Patient) => ({ reference: `Patient/${id}` });

const allergy = (patient: Patient): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
  code: { coding: [{ system: SYSTEMS.snomed, code: PENICILLIN_ALLERGY }] },
  patient: about(patient),
});

const note = (patient: Patient): DocumentReference => ({
  resourceType: 'DocumentReference',
  status: 'current',
  type: { coding: [{ system: SYSTEMS.loinc, code: '34109-9' }] },
  subject: about(patient),
  date: '2026-11-22T07:00:00Z',
  content: [{ attachment: { contentType: 'text/plain', data: 'RmVs' } }],
});

const dose = (patient: Patient): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  subject: about(patient),
  effectiveDateTime: '2026-11-22T07:00:00Z',
  medicationCodeableConcept: { text: 'Furosemid' },
});

const ENTRIES: readonly [string, (patient: Patient) => Resource][] = [
  ['measurements', (patient) => vitalSigns(patient, SEPTIC_VITALS)],
  ['a note', note],
  ['an allergy', allergy],
  ['a prescription', (patient) => prescription(patient, 'Furosemid')],
  ['a given dose', dose],
  ['an order', (patient) => labOrder(patient, 'Troponin T')],
  ['a consent', (patient) => consent(patient, 'deny')],
];

describe('what was entered by mistake', () => {
  test.each(ENTRIES)(
    '%s is marked by who entered it, keeps what it told, and is not changed again',
    async (_, entry) => {
      const patient = await rehearsal.newPatient();
      const stored = await physician().create(entry(patient));
      const marked = await physician().update(asMistake({ ...stored, language: 'en' }));
      const { meta: _before, ...told } = stored;
      expect(marked).toMatchObject(
        stored.resourceType === 'AllergyIntolerance'
          ? { code: stored.code, recorder: stored.recorder }
          : { ...told, status: 'entered-in-error' },
      );
      expect(marked).not.toHaveProperty('language');
      await expect(physician().update(stored)).rejects.toThrow(/ändras inte mer/);
    },
  );

  test.each(ENTRIES)('%s is not marked by anybody else', async (_, entry) => {
    const patient = await rehearsal.newPatient();
    const stored = await physician().create(entry(patient));
    for (const other of [nurse(), rehearsal.as('physician', 'sas-akuten')]) {
      await expect(other.update(asMistake(stored))).rejects.toThrow(
        'Bara den som förde in uppgiften får markera den som felaktigt införd: physician sas-medicin-3.',
      );
    }
  });

  test('is the patient’s own to mark where the patient entered it', async () => {
    const patient = await rehearsal.newPatient();
    const own = await rehearsal.asPatient(patient).create<Observation>(vitalSigns(patient, SEPTIC_VITALS));
    await expect(nurse().update(asMistake(own))).rejects.toThrow(/Bara den som förde in/);
    expect(await rehearsal.asPatient(patient).update(asMistake(own))).toMatchObject({
      status: 'entered-in-error',
    });
  });

  test('warns of nothing: a high NEWS2 is taken back with the measurements', async () => {
    const patient = await rehearsal.newPatient();
    const panel = await nurse().create<Observation>(vitalSigns(patient, SEPTIC_VITALS));
    const warnings = () => nurse().search<DetectedIssue>(`DetectedIssue?patient=Patient/${patient.id}`);
    expect((await warnings()).map(({ status }) => status)).toEqual(['final']);
    await nurse().update(asMistake(panel));
    expect((await warnings()).map(({ status }) => status)).toEqual(['entered-in-error']);
  });

  test('stops no drug: an allergy that is none', async () => {
    const patient = await rehearsal.newPatient();
    const recorded = await physician().create<AllergyIntolerance>(allergy(patient));
    const penicillin = prescription(patient, 'Bensylpenicillin');
    await expect(physician().create<MedicationRequest>(penicillin)).rejects.toThrow();
    await physician().update(asMistake(recorded));
    expect(await physician().create<MedicationRequest>(penicillin)).toMatchObject({ status: 'active' });
  });

  test('is no work: an order leaves the worklist, a message the inbox', async () => {
    const patient = await rehearsal.newPatient();
    const order = await physician().create<ServiceRequest>(labOrder(patient, 'Troponin T'));
    await nurse().create<Consent>(consent(patient, 'permit'));
    const sent = await nurse().create<Communication>(message(patient));
    const waiting = () => rehearsal.store.search<Task>(`Task?patient=Patient/${patient.id}&status=requested`);
    await eventually(async () => expect(await waiting()).toHaveLength(2));
    await physician().update(asMistake(order));
    await nurse().update(asMistake(sent));
    expect(await waiting()).toEqual([]);
  });

  test('is no order that has been answered', async () => {
    const patient = await rehearsal.newPatient();
    const order = await physician().create<ServiceRequest>(labOrder(patient, 'Troponin T'));
    const scientist = rehearsal.as('biomedical-scientist', 'sas-lab');
    await scientist.create(labAnswer(patient, order, { valueString: 'Svar' }));
    await eventually(async () =>
      expect(await physician().search(`DiagnosticReport?based-on=ServiceRequest/${order.id}`)).toHaveLength(
        1,
      ),
    );
    await expect(physician().update(asMistake(order))).rejects.toThrow(
      'Ordern är besvarad och kan inte ångras.',
    );
  });
});
