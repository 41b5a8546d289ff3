import type { AllergyIntolerance, MedicationRequest, Observation, Resource } from '@medplum/fhirtypes';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allergenCalled, drugCalled } from '../../care/medication/words.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../domain/news2.ts';
import { parseFaults } from '../faults/faults.ts';
import { WORDS } from '../testing/words.ts';
import { type CdsClient, connectDecisionSupport } from './client.ts';
import { type DecisionSupport, startDecisionSupport } from './service.ts';

let support: DecisionSupport;
let client: CdsClient;
beforeAll(async () => {
  support = await startDecisionSupport({ words: WORDS, faults: parseFaults([]), now: Date.now });
  client = await connectDecisionSupport(support.address);
});
afterAll(async () => {
  await client.close();
  await support.close();
});

const prescription = (name: string, id: string): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/1' },
  medicationCodeableConcept: { coding: [{ system: SYSTEMS.atc, code: drugCalled(name).atc }], text: name },
});

const allergy = (change: Partial<AllergyIntolerance> = {}): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  patient: { reference: 'Patient/1' },
  clinicalStatus: { coding: [{ system: SYSTEMS.allergyClinical, code: 'active' }] },
  code: { coding: [{ system: SYSTEMS.snomed, code: allergenCalled('penicillin').snomed }] },
  ...change,
});

const sign = (order: MedicationRequest, record: readonly Resource[]) =>
  client.advise(
    'order-sign',
    {
      userId: 'SE0000000000-P001',
      patientId: '1',
      draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order }] },
    },
    async (query) => record.filter(({ resourceType }) => query.startsWith(`${resourceType}?`)),
  );

const NORMAL: VitalSigns = {
  respiratoryRate: 16,
  oxygenSaturation: 98,
  supplementalOxygen: false,
  systolicPressure: 125,
  heartRate: 72,
  consciousness: 'A',
  temperature: 37,
};

const panel = (values: Partial<VitalSigns>): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: SYSTEMS.loinc, code: '85353-1' }] },
  component: Object.entries(values).map(([name, value]) => ({
    code: { coding: [{ system: SYSTEMS.loinc, code: VITAL_SIGNS[name as keyof VitalSigns].loinc }] },
    ...(typeof value === 'number' ? { valueQuantity: { value } } : {}),
    ...(typeof value === 'boolean' ? { valueBoolean: value } : {}),
    ...(typeof value === 'string' ? { valueCodeableConcept: { text: value } } : {}),
  })),
});

const record = (values: Partial<VitalSigns>) =>
  client.advise('vital-signs-recorded', { patientId: '1', observation: panel(values) }, async () => []);

describe('CDS Hooks', () => {
  test('the services tell what they are for', async () => {
    const { services } = (await (await request(`${support.address}/cds-services`)).body.json()) as {
      services: { id: string; hook: string }[];
    };
    expect(services.map(({ id, hook }) => `${hook}/${id}`)).toEqual([
      'order-select/order-select',
      'order-sign/order-sign',
      'patient-view/patient-overview',
      'vital-signs-recorded/early-warning',
    ]);
  });

  test.each([
    ['an unknown service', 'tea', { hook: 'order-sign', hookInstance: '1', context: {} }, 404],
    ['the wrong hook', 'early-warning', { hook: 'order-sign', hookInstance: '1', context: {} }, 400],
    ['no context', 'early-warning', { hook: 'vital-signs-recorded', hookInstance: '1' }, 400],
    ['no prefetch', 'early-warning', { hook: 'vital-signs-recorded', hookInstance: '1', context: {} }, 412],
  ])('%s is refused', async (_what, id, body, status) => {
    const { statusCode } = await request(`${support.address}/cds-services/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(statusCode).toBe(status);
  });
});

describe('order-sign', () => {
  test('a drug of a group that the patient is allergic to is stopped, with the reason', async () => {
    const [card, ...more] = await sign(prescription('Bensylpenicillin', 'm-1'), [allergy()]);
    expect(more).toEqual([]);
    expect(card).toMatchObject({
      indicator: 'critical',
      summary: 'Stopp: penicillinallergi registrerad',
      detail: expect.stringContaining('Bensylpenicillin (J01CE01) hör till grupp J01C'),
    });
    expect(card?.overrideReasons?.length).toBeGreaterThan(0);
  });

  test.each([
    ['another group', prescription('Klindamycin', 'm-1'), [allergy()]],
    ['no allergy', prescription('Bensylpenicillin', 'm-1'), []],
    [
      'a refuted allergy',
      prescription('Bensylpenicillin', 'm-1'),
      [allergy({ verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ],
    [
      'a resolved allergy',
      prescription('Bensylpenicillin', 'm-1'),
      [allergy({ clinicalStatus: { coding: [{ code: 'resolved' }] } })],
    ],
    ['the same prescription changed', prescription('Furosemid', 'm-1'), [prescription('Furosemid', 'm-1')]],
  ])('%s passes without a card', async (_what, order, record) => {
    expect(await sign(order, record)).toEqual([]);
  });

  test('the same substance twice is a warning', async () => {
    const cards = await sign(prescription('Furosemid', 'm-2'), [prescription('Furosemid', 'm-1')]);
    expect(cards).toMatchObject([
      { indicator: 'warning', summary: 'Dubbelordination: Furosemid är redan ordinerat' },
    ]);
  });
});

describe('vital-signs-recorded', () => {
  test.each([
    [
      { ...NORMAL, respiratoryRate: 26, oxygenSaturation: 90, heartRate: 115 },
      'critical',
      'NEWS2 8: hög risk',
    ],
    [
      { ...NORMAL, oxygenSaturation: 94, supplementalOxygen: true, heartRate: 115 },
      'warning',
      'NEWS2 5: medelhög risk',
    ],
    [{ ...NORMAL, systolicPressure: 88 }, 'warning', 'NEWS2 3: en enskild parameter ger 3 poäng'],
  ])('%j gives a %s card', async (values, indicator, summary) => {
    expect(await record(values)).toMatchObject([{ indicator, summary }]);
  });

  test.each([
    ['normal values', NORMAL],
    ['a score of 4 without a single 3', { ...NORMAL, heartRate: 115, respiratoryRate: 22 }],
    ['an incomplete set', { respiratoryRate: 40 }],
  ])('%s give no card', async (_what, values) => {
    expect(await record(values)).toEqual([]);
  });
});
