import type { Bundle, DetectedIssue } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEMS } from '../domain/codes/systems.ts';
import { startTestReference, type TestReference } from '../reference/testing/reference-client.ts';
import { barriersOn } from '../systems/reference-ui/testing/barriers.ts';
import { Device } from './home-care/device.ts';
import { type Line, openLine } from './home-care/line.ts';
import {
  allSent,
  measure,
  onRoundSinceBefore,
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

it('keeps what was written without a network over a reload and an empty battery, and sends it once', async () => {
  const [first, second] = round as [Planned, Planned];
  const page = await onRoundSinceBefore(device);
  line.cut();
  await page.reload();
  await openVisit(page, first);
  await measure(page, 141);
  await device.die();
  await device.start();
  line.mend();

  const again = await device.open();
  await allSent(again);
  await openVisit(again, first);
  line.cut();
  await measure(again, 142);
  const written = await outboxOf(again);
  expect(written.map(({ state }) => state).sort()).toEqual(['stands', 'waiting']);

  // The line breaks on the way, and what waits is sent again.
  line.mend();
  line.cutAfter(6_000);
  await tryNow(again);
  await expect.poll(() => line.isCut, { timeout: 10_000 }).toBe(true);
  line.mend();
  await tryNow(again);
  await allSent(again);
  const physician = await reference.as('physician.sas-akuten.day');
  const counts = await standing(
    physician,
    written.map(({ id }) => id),
  );
  expect([...counts.values()]).toEqual([1, 1]);

  await again.goto(`${reference.ui}/home-care/`);
  await openVisit(again, second);
  await again.setViewportSize({ width: 390, height: 844 });
  expect(await barriersOn(again)).toEqual([]);
  expect(await again.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
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
