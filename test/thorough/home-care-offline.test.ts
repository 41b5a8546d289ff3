import type { Appointment, Bundle, MedicationAdministration, MedicationRequest } from '@medplum/fhirtypes';
import fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestReference, type TestReference } from '../../reference/testing/reference-client.ts';
import { barriersOn } from '../../systems/reference-ui/testing/barriers.ts';
import { Device, signIn } from '../home-care/device.ts';
import { type Line, openLine } from '../home-care/line.ts';
import {
  allSent,
  inPage,
  measure,
  NURSE,
  OTHER_NURSE,
  onRound,
  onRoundSinceBefore,
  openVisit,
  outboxOf,
  type Planned,
  planRound,
  standing,
  tryNow,
} from '../home-care/round.ts';

/** Moments at which the line is cut: after so many bytes of a visit, and what becomes of the app then. */
const MOMENTS = fc.sample(
  fc.record({
    bytes: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 3_000, max: 20_000 })),
    fate: fc.constantFrom('goes-on', 'is-loaded-again', 'is-closed', 'loses-power'),
  }),
  { seed: 20261130, numRuns: 60 },
);

let reference: TestReference;
let line: Line;
let device: Device;
let round: readonly Planned[];
beforeAll(async () => {
  reference = await startTestReference();
  round = await planRound(reference, 3);
});
afterAll(() => reference.close());
beforeEach(async () => {
  line = await openLine(Number(new URL(reference.ui).port));
  device = await Device.take(reference.ui, line.port);
});
afterEach(async () => {
  await device.close();
  await line.close();
});

const counted = async (ids: readonly string[]): Promise<readonly (string | number)[][]> => {
  const physician = await reference.as('physician.sas-akuten.day');
  return [...(await standing(physician, ids))].filter(([, count]) => count !== 1);
};

/** The visit as it is on the device, whatever became of the app. */
async function after(fate: (typeof MOMENTS)[number]['fate'], page: Page, planned: Planned): Promise<Page> {
  if (fate === 'goes-on') return page;
  if (fate === 'is-loaded-again') {
    await page.reload();
    return page;
  }
  if (fate === 'loses-power') {
    await device.die();
    await device.start();
    line.mend();
  } else await page.close();
  const opened = await device.open();
  await openVisit(opened, planned);
  return opened;
}

it('loses nothing and doubles nothing when the line is cut at 60 moments', { timeout: 600_000 }, async () => {
  const planned = round[0] as Planned;
  let page = await onRoundSinceBefore(device);
  await openVisit(page, planned);
  const written = new Set<string>();
  for (const [place, { bytes, fate }] of MOMENTS.entries()) {
    line.cutAfter(bytes);
    await measure(page, 100 + place);
    if (!line.isCut) line.cut();
    page = await after(fate, page, planned);
    for (const { id } of await outboxOf(page)) written.add(id);
    line.mend();
    await tryNow(page);
    await allSent(page);
  }
  expect(line.cuts).toBeGreaterThanOrEqual(MOMENTS.length);
  expect(written.size).toBe(MOMENTS.length);
  expect(await counted([...written])).toEqual([]);
});

it('keeps what waits when the sign-in no longer holds, and sends it when the same person is back', {
  timeout: 120_000,
}, async () => {
  const planned = round[1] as Planned;
  const page = await onRound(device);
  await openVisit(page, planned);
  line.cut();
  await measure(page, 150);
  await inPage(page, 'spoilTokens');
  line.mend();
  await page.reload();
  await page.getByText(/Inloggningen gäller inte längre/).waitFor();
  await page.getByText('1 väntar på att skickas').waitFor();
  const [entry] = (await outboxOf(page)).filter(({ state }) => state === 'waiting');
  expect(entry).toBeDefined();
  expect(await counted([entry?.id ?? ''])).toEqual([[entry?.id, 0]]);

  await page.getByRole('button', { name: 'Logga in igen' }).click();
  const isAsked = page.getByLabel('Användarnamn', { exact: true });
  await isAsked.or(page.getByText('Allt är skickat', { exact: true })).waitFor();
  if (await isAsked.isVisible()) await signIn(page, NURSE);
  await allSent(page);
  expect(await counted([entry?.id ?? ''])).toEqual([]);
});

it('does not send one nurse’s writing in the name of another', { timeout: 120_000 }, async () => {
  const planned = round[1] as Planned;
  const page = await onRound(device);
  await openVisit(page, planned);
  line.cut();
  await measure(page, 151);
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByText(/1 från någon annan väntar/).waitFor();
  line.mend();
  await signIn(page, OTHER_NURSE);
  await page.getByText(/1 från någon annan väntar/).waitFor();
  await tryNow(page);
  const [entry] = (await outboxOf(page)).filter(({ state }) => state === 'waiting');
  expect(await counted([entry?.id ?? ''])).toEqual([[entry?.id, 0]]);

  await page.getByRole('button', { name: 'Logga ut' }).click();
  await signIn(page, NURSE);
  await allSent(page);
  expect(await counted([entry?.id ?? ''])).toEqual([]);
});

it('carries an outbox of the first version over to this one, and sends it', {
  timeout: 120_000,
}, async () => {
  const planned = round[1] as Planned;
  const page = await onRound(device);
  // The app is not open meanwhile: it would begin anew at the change.
  await page.goto(`${reference.ui}/home-care/icon.svg`);
  const old = await inPage<string[]>(page, 'asOfFirstVersion', { planned, author: NURSE.userName });
  await page.goto(`${reference.ui}/home-care/`);
  await allSent(page);
  const kept = await outboxOf(page);
  expect(kept.map(({ id, state }) => [id, state])).toEqual(old.map((id) => [id, 'stands']));
  expect(await counted(old)).toEqual([]);
});

it('shows a plan that the office changed meanwhile, and lets it stand', { timeout: 120_000 }, async () => {
  const planned = round[2] as Planned;
  const page = await onRound(device);
  await openVisit(page, planned);
  line.cut();
  await page.getByRole('button', { name: 'Besöket är klart' }).click();
  await page.getByText('1 väntar på att skickas').waitFor();
  const office = await reference.as(OTHER_NURSE.userName);
  const { body } = await office.get<Appointment>(`Appointment/${planned.visit}`);
  await office.put(`Appointment/${planned.visit}`, { ...body, description: 'Flyttat till kvällen' });

  line.mend();
  await tryNow(page);
  await page.getByText(/Planen ändrades av någon annan/).waitFor();
  const standingPlan = await office.get<Appointment>(`Appointment/${planned.visit}`);
  expect(standingPlan.body.description).toBe('Flyttat till kvällen');
  expect(standingPlan.body.status).toBe('booked');
  await page.getByRole('button', { name: 'Jag har tagit hand om det' }).click();
  await page.getByText(/Planen ändrades av någon annan/).waitFor({ state: 'hidden' });
});

it('knows its own change of a plan again, whose answer was lost', { timeout: 120_000 }, async () => {
  const planned = round[1] as Planned;
  const page = await onRound(device);
  await openVisit(page, planned);
  line.cut();
  await page.getByRole('button', { name: 'Besöket är klart' }).click();
  await page.getByText('1 väntar på att skickas').waitFor();
  const [entry] = (await outboxOf(page)).filter(({ kind }) => kind === 'visited');
  const nurse = await reference.as(NURSE.userName);
  const { body } = await nurse.get<Appointment>(`Appointment/${planned.visit}`);
  const identifier = [{ system: 'urn:genrep:home-care', value: entry?.id ?? '' }];
  await nurse.put(`Appointment/${planned.visit}`, { ...body, status: 'fulfilled', identifier });

  line.mend();
  await tryNow(page);
  await allSent(page);
  expect((await outboxOf(page)).find(({ id }) => id === entry?.id)?.state).toBe('stands');
});

it('two devices with one patient: each sees what the other wrote, and the dose is told before it is given twice', {
  timeout: 120_000,
}, async () => {
  const planned = round[0] as Planned;
  const page = await onRound(device);
  const other = await Device.take(reference.ui, line.port);
  try {
    const otherPage = await onRound(other, OTHER_NURSE);
    await openVisit(otherPage, planned);
    await otherPage.getByRole('button', { name: 'Ge dosen av Amoxicillin 500 mg' }).click();
    await otherPage.locator('.entries [data-state="stands"]').waitFor();
    await openVisit(page, planned);
    await page.getByRole('button', { name: 'Ge dosen av Amoxicillin 500 mg' }).click();
    await page.getByText(/Dosen är redan given/).waitFor();
    await page.getByRole('button', { name: 'Avstå' }).click();
    const physician = await reference.as('physician.sas-akuten.day');
    const { body } = await physician.get<Bundle<MedicationAdministration>>(
      `MedicationAdministration?subject=${planned.patient}`,
    );
    expect(body.entry).toHaveLength(1);
  } finally {
    await other.close();
  }
});

it('a drug that was stopped meanwhile is told of before the dose', { timeout: 120_000 }, async () => {
  const planned = round[2] as Planned;
  const page = await onRound(device);
  await openVisit(page, planned);
  await page.locator('.list-age').waitFor();
  const physician = await reference.as('physician.vc-ekbacken.day');
  const { body } = await physician.get<MedicationRequest>(planned.prescription);
  await physician.put(planned.prescription, { ...body, status: 'stopped' });
  await page.getByRole('button', { name: 'Ge dosen av Amoxicillin 500 mg' }).click();
  await page.getByText(/Amoxicillin 500 mg är utsatt\. Ge det inte\./).waitFor();
  expect((await outboxOf(page)).filter(({ kind }) => kind === 'dose')).toEqual([]);
});

it('can be used by everybody, on a telephone as well', { timeout: 120_000 }, async () => {
  const page = await onRound(device);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await barriersOn(page)).toEqual([]);
  await openVisit(page, round[0] as Planned);
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
