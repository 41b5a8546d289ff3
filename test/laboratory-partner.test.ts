import type { Hl7Message } from '@medplum/core';
import type { Patient } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCalled } from '../care/laboratory/words.ts';
import { SYSTEMS } from '../domain/codes/systems.ts';
import { standardFault } from '../generators/check/rules/hl7v2/standard/standard-fault.ts';
import { parseFaults } from '../reference/faults/faults.ts';
import { acknowledge } from '../reference/laboratory/hl7/acknowledgement.ts';
import { createCourier } from '../reference/laboratory/hl7/deliver.ts';
import { listenForMessages, type MllpListener } from '../reference/laboratory/hl7/listen.ts';
import { newControlId } from '../reference/laboratory/hl7/message.ts';
import { writeOrder } from '../reference/laboratory/hl7/order.ts';
import { type Laboratory, startLaboratory } from '../reference/laboratory/laboratory.ts';
import { exchange } from '../reference/laboratory/testing.ts';
import { WORDS } from '../reference/testing/words.ts';
import { orderMessageOf } from '../reference/workflows/laboratory/order-message.ts';
import { labOrder } from '../reference/workflows/testing/resources.ts';

/** The laboratory as a partner of a care system that takes nothing but what HL7 v2.5 publishes. */

const faultOf = (message: string): string | undefined =>
  standardFault(message.split('\r').filter((segment) => segment !== ''))?.sv;

const received: Hl7Message[] = [];
const problems: unknown[] = [];
let partner: MllpListener;
let laboratory: Laboratory;

beforeAll(async () => {
  partner = await listenForMessages(
    {
      async take(message) {
        received.push(message);
        const reason = faultOf(message.toString());
        return reason === undefined
          ? acknowledge(message, Date.now())
          : acknowledge(message, Date.now(), { verdict: 'AE', code: '100', location: '', reason });
      },
      refuse: (_message, error) => Promise.reject(error),
    },
    (problem) => problems.push(problem),
  );
  laboratory = await startLaboratory({
    careSystemPort: partner.port,
    facility: 'SE0000000000-GR05',
    faults: parseFaults([]),
    words: WORDS,
    now: Date.now,
    report: (problem) => problems.push(problem),
  });
});
afterAll(async () => {
  await laboratory.close();
  await partner.close();
});

const person = (change: Partial<Patient>): Patient => ({
  resourceType: 'Patient',
  id: 'p',
  identifier: [{ system: SYSTEMS.personnummer, value: '191212121212' }],
  name: [{ family: 'Öberg & Söner', given: ['Åsa', 'Märta'] }],
  birthDate: '1912-12-12',
  gender: 'female',
  ...change,
});

/** Sends an order as the reference environment does. */
async function order(number: string, name: string, change: Partial<Patient> = {}) {
  const patient = person(change);
  const requester = {
    identifier: { system: SYSTEMS.hsaId, value: 'SE0000000000-GR01P1' },
    display: 'Läkare Dag, Akutmottagningen',
  };
  const told = orderMessageOf(
    { ...labOrder(patient, name), id: number, requester },
    patient,
    '2026-11-22T07:00:00Z',
  );
  const route = {
    from: { application: 'VARDSYSTEMET', facility: '' },
    to: { application: 'LABORATORIET', facility: 'SE0000000000-GR05' },
  };
  return writeOrder(told, { ...route, controlId: newControlId(), at: Date.now() });
}

const answer = (orderNumber: string, name: string, content: object) =>
  fetch(`${laboratory.workstation}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      orderNumber,
      testCode: testCalled(name).code,
      content,
      validatedBy: { hsaId: 'SE0000000000-GR05P2', name: 'Biomedicinsk analytiker Dag' },
      token: 'run-20261122-080000-abcd.flow-12.7',
    }),
  });

const id = (n: number): string => `3f2504e0-4f89-11d3-9a0c-${String(n).padStart(12, '0')}`;

describe('every order', () => {
  test.each<[string, Partial<Patient>]>([
    ['by personnummer', {}],
    [
      'by a reserve number',
      { identifier: [{ system: SYSTEMS.regionalReserveNumber, value: '19121212M121' }] },
    ],
    [
      'of somebody whose identity is protected',
      { meta: { security: [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }] } },
    ],
    [
      'of somebody without name, birth date and sex',
      { name: undefined, birthDate: undefined, gender: undefined },
    ],
  ])('%s is as HL7 v2.5 publishes it, and so is its answer', async (_who, change) => {
    const message = await order(id(100), 'Kalium', change);
    expect(faultOf(message.toString())).toBeUndefined();
    const reply = await exchange(laboratory.mllpPort, message.toString(), 'utf8');
    expect(faultOf(reply)).toBeUndefined();
  });

  test.each([
    ['igår', (text: string) => text.replace(/\|2026112208\d+\.000\+0100\|\|\|SE/, '|igår|||SE')],
    ['of another type', (text: string) => text.replace('OML^O21^OML_O21', 'ORM^O01^ORM_O01')],
    ['in no charset', (text: string) => text.replace('UNICODE UTF-8', 'BIG-5')],
  ])('%s is refused in a message that is itself sound', async (_what, change) => {
    const message = await order(id(101), 'Kalium');
    const broken = change(message.toString());
    expect(broken).not.toBe(message.toString());
    const reply = await exchange(laboratory.mllpPort, broken, 'utf8');
    expect(reply).toMatch(/MSA\|A[ER]\|/);
    expect(faultOf(reply)).toBeUndefined();
  });
});

describe('every answer', () => {
  test('is taken: numbers of any size, words of any signs, in every test', async () => {
    const courier = createCourier(laboratory.mllpPort);
    const answers = [
      ['Kalium', { value: 4.1, unit: 'mmol/L' }],
      ['Troponin T', { value: 120_000, unit: 'ng/L' }],
      ['CRP', { value: 1e-7, unit: 'mg/L' }],
      ['Hemoglobin', { value: 0, unit: 'g/L' }],
      ['Kalium', { value: 123_456_789_012_345, unit: 'mmol/L' }],
      ['Blododling', { text: 'Ingen växt | 3 µg/mL ^ ~ \\ &\nrad två 日本' }],
      ['Blododling', { text: 'Ö'.repeat(32_000) }],
    ] as const;
    for (const [n, [name, content]] of answers.entries()) {
      expect(await courier.deliver(await order(id(n), name))).toEqual({ outcome: 'accepted' });
      expect((await answer(id(n), name, content)).status).toBe(201);
    }
    await expect.poll(() => received.length).toBe(answers.length);
    await courier.close();
    expect(received.map((message) => faultOf(message.toString()))).toEqual(answers.map(() => undefined));
    expect(problems).toEqual([]);
  });

  test.each([1e21, 0.1 + 0.2, -1e-300])(
    'the number %d, which none can hold, is refused where it is entered',
    async (value) => {
      const courier = createCourier(laboratory.mllpPort);
      await courier.deliver(await order(id(200), 'Kalium'));
      await courier.close();
      const reply = await answer(id(200), 'Kalium', { value, unit: 'mmol/L' });
      expect([reply.status, await reply.json()]).toEqual([
        422,
        { reason: `Värdet ${value} har fler siffror än ett provsvar kan ha (16 tecken).` },
      ]);
    },
  );

  test('a text of more than the 32,000 characters that HAPI HL7v2 2.6 takes is refused where it is entered', async () => {
    const courier = createCourier(laboratory.mllpPort);
    await courier.deliver(await order(id(201), 'Blododling'));
    await courier.close();
    const reply = await answer(id(201), 'Blododling', { text: 'Ö'.repeat(32_001) });
    expect([reply.status, await reply.json()]).toEqual([
      422,
      { reason: 'Svarstexten är längre än 32000 tecken.' },
    ]);
  });
});
