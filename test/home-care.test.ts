import type { Bundle, DetectedIssue } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEMS } from '../domain/codes/systems.ts';
import { startTestReference, type TestReference } from '../reference/testing/reference-client.ts';
import { Device } from './home-care/device.ts';
import { type Line, openLine } from './home-care/line.ts';
import {
  allSent,
  measure,
  onRound,
  openVisit,
  outboxOf,
  type Planned,
  planRound,
  standing,
  tryNow,
} from './home-care/round.ts';

/** What is too long for every change is in thorough/home-care-offline.test.ts. */

let reference: TestReference;
let line: Line;
let device: Device;
let round: readonly Planned[];
beforeAll(async () => {
  reference = await startTestReference();
  line = await openLine(Number(new URL(reference.ui).port));
  device = await Device.take(reference.ui, line.port);
  round = await planRound(reference, 3);
});
afterAll(async () => {
  await device.close();
  await line.close();
  await reference.close();
});

it('keeps what was written without a network over a reload, and sends it once', async () => {
  const [first] = round as [Planned];
  const page = await onRound(device);
  await openVisit(page, first);
  line.cut();
  await measure(page, 141);
  await page.reload();
  await page.getByText('1 väntar på att skickas').waitFor();
  const written = await outboxOf(page);
  expect(written.map(({ state }) => state)).toEqual(['waiting']);

  line.mend();
  await tryNow(page);
  await allSent(page);
  const physician = await reference.as('physician.sas-akuten.day');
  const counts = await standing(
    physician,
    written.map(({ id }) => id),
  );
  expect([...counts.values()]).toEqual([1]);
});

it('tells who gives a dose that another gave meanwhile, and keeps both', async () => {
  const planned = round[2] as Planned;
  const page = await device.open();
  await openVisit(page, planned);
  await page.getByRole('button', { name: 'Ge dosen av Amoxicillin 500 mg' }).waitFor();
  line.cut();
  await page.getByRole('button', { name: 'Ge dosen av Amoxicillin 500 mg' }).click();
  await page.locator('.entries [data-state="waiting"]').waitFor();

  const nurse = await reference.as('nurse.vc-ekbacken.day');
  await nurse.post('MedicationAdministration', {
    resourceType: 'MedicationAdministration',
    status: 'completed',
    medicationCodeableConcept: { text: 'Amoxicillin' },
    subject: { reference: planned.patient },
    effectiveDateTime: new Date().toISOString(),
    request: { reference: planned.prescription },
  });
  line.mend();
  await tryNow(page);
  await page.getByText(/Den var redan given/).waitFor();
  const { body } = await nurse.get<Bundle<DetectedIssue>>(
    `DetectedIssue?patient=${planned.patient}&code=${SYSTEMS.genrep}|dose-given-twice`,
  );
  expect(body.entry?.[0]?.resource?.implicated).toHaveLength(2);
});
