import type { Patient } from '@medplum/fhirtypes';
import { afterEach, expect, test } from 'vitest';
import { startTestReference, type TestReference } from '../../testing/reference-client.ts';

let reference: TestReference | undefined;
afterEach(async () => {
  await reference?.close();
  reference = undefined;
});

async function started(...faults: string[]): Promise<TestReference> {
  reference = await startTestReference(faults);
  return reference;
}

const PERSON: Patient = {
  resourceType: 'Patient',
  identifier: [{ system: 'urn:oid:1.2.752.113.11.0.2.1.1.1', value: 'test-1' }],
  name: [{ given: ['Åsa'], family: 'Provsjö' }],
};

test('last-writer-wins: a version that is old is not refused', async () => {
  const registry = await (await started('last-writer-wins')).as('registry');
  const { body } = await registry.post<Patient>('Patient', PERSON);
  await registry.put(`Patient/${body.id}`, { ...body, gender: 'female' });
  expect((await registry.put(`Patient/${body.id}`, body, { 'if-match': 'W/"1"' })).status).toBe(200);
});

test('write-answer-lost: what is answered 500 is done all the same', async () => {
  const registry = await (await started('write-answer-lost=1/1')).as('registry');
  expect((await registry.post('Patient', PERSON)).status).toBe(500);
  expect(
    (await registry.get<{ total: number }>('Patient?identifier=test-1&_total=accurate')).body.total,
  ).toBe(1);
});

test('busy-for-a-moment: 503 says when to come again', async () => {
  const registry = await (await started('busy-for-a-moment=1/1')).as('registry');
  const { status, headers } = await registry.get('Patient');
  expect([status, headers['retry-after']]).toEqual([503, '1']);
});

test('signed-out-at-times: a token stands for nobody', async () => {
  const registry = await (await started('signed-out-at-times=1/1')).as('registry');
  expect((await registry.get('Patient')).status).toBe(401);
});

test('session-of-colleague: a token stands for somebody else', async () => {
  const ward = await started('session-of-colleague=1/1');
  const nurse = await ward.as('nurse.sas-medicin-3.day');
  const physician = await ward.as('physician.sas-medicin-3.day');
  expect((await nurse.get('MedicationRequest')).status).toBe(200);
  // A nurse may not prescribe; the physician who comes next is taken for one.
  expect((await physician.post('MedicationRequest', { resourceType: 'MedicationRequest' })).status).toBe(403);
});

test('clock-an-hour-off: what is written now was written in an hour', async () => {
  const registry = await (await started('clock-an-hour-off')).as('registry');
  const { body } = await registry.post<Patient>('Patient', PERSON);
  const ahead = Date.parse(body.meta?.lastUpdated ?? '') - Date.now();
  expect(ahead).toBeGreaterThan(3_500_000);
});
