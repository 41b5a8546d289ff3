import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Appointment, Bundle, MedicationRequest, Patient, Resource } from '@medplum/fhirtypes';
import type { Page } from 'playwright';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { PASSWORD, type TestPerson, type TestReference } from '../../reference/testing/reference-client.ts';
import { person, UNITS } from '../../systems/testing/people.ts';
import type { Device } from './device.ts';

export const NURSE = { userName: 'district-nurse.vc-ekbacken-hem.day', password: PASSWORD };
export const OTHER_NURSE = { userName: 'district-nurse.vc-ekbacken-hem.evening', password: PASSWORD };

/** Somebody on the round, with a drug to be given. */
export interface Planned {
  readonly patient: string;
  readonly identityNumber: string;
  readonly visit: string;
  readonly prescription: string;
}

/** A round of so many visits today, as the office planned it. */
export async function planRound(reference: TestReference, visits: number): Promise<readonly Planned[]> {
  const [registry, physician, nurse] = await Promise.all([
    reference.as('registry'),
    reference.as('physician.vc-ekbacken.day'),
    reference.as(NURSE.userName),
  ]);
  const planned: Planned[] = [];
  for (let serial = 0; serial < visits; serial++) {
    const { identifier, givenName, familyName, birthDate, sex, address } = person(serial);
    const patient = await made<Patient>(registry, {
      resourceType: 'Patient',
      identifier: [{ system: SYSTEMS.nationalReserveNumber, value: identifier.value }],
      name: [{ given: [givenName], family: familyName }],
      gender: sex,
      birthDate,
      address: [{ line: [address.line], postalCode: address.postalCode, city: address.city }],
    });
    const subject = { reference: `Patient/${patient.id}` };
    const prescription = await made<MedicationRequest>(physician, prescriptionFor(subject));
    const visit = await made<Appointment>(nurse, visitTo(subject, serial));
    planned.push({
      ...{ patient: subject.reference, identityNumber: identifier.value },
      ...{ visit: visit.id ?? '', prescription: `MedicationRequest/${prescription.id}` },
    });
  }
  return planned;
}

const prescriptionFor = (subject: { reference: string }): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: {
    coding: [{ system: SYSTEMS.atc, code: 'J01CA04', display: 'Amoxicillin' }],
    text: 'Amoxicillin',
  },
  subject,
  authoredOn: new Date().toISOString(),
  dosageInstruction: [
    {
      text: '500 mg 3 gånger per dygn, peroralt',
      timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 500, unit: 'mg', system: SYSTEMS.ucum, code: 'mg' } }],
    },
  ],
});

function visitTo(subject: { reference: string }, place: number): Appointment {
  const start = new Date(new Date().setHours(8, 0, 0, 0) + place * 60_000);
  const { hsaId, name } = UNITS['home-care'];
  return {
    resourceType: 'Appointment',
    status: 'booked',
    serviceType: [{ coding: [{ system: SYSTEMS.genrep, code: 'home-visit' }], text: 'Hembesök' }],
    description: 'Blodtryck och läkemedel',
    start: start.toISOString(),
    end: new Date(start.getTime() + 30 * 60_000).toISOString(),
    participant: [
      { actor: subject, status: 'accepted' },
      {
        actor: { type: 'Organization', identifier: { system: SYSTEMS.hsaId, value: hsaId }, display: name },
        status: 'accepted',
      },
    ],
  };
}

async function made<R extends Resource>(by: TestPerson, resource: R): Promise<R> {
  const { status, body, text } = await by.post<R>(resource.resourceType, resource);
  if (status !== 201) throw new Error(`${resource.resourceType} was answered ${status}: ${text}`);
  return body;
}

/** How many of a type stand with each id that a device gave, by the id. */
export async function standing(by: TestPerson, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const type of ['Observation', 'MedicationAdministration', 'DocumentReference', 'Appointment']) {
    const { body } = await by.get<Bundle>(`${type}?identifier=${SYSTEMS.homeCare}|&_count=1000`);
    for (const { resource } of body.entry ?? []) {
      const { identifier = [] } = resource as {
        readonly identifier?: readonly { system?: string; value?: string }[];
      };
      for (const { system, value = '' } of identifier)
        if (system === SYSTEMS.homeCare) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

const SCRIPT = readFileSync(path.join(import.meta.dirname, 'in-page.js'), 'utf8');

/** Does something of in-page.js in the browser. */
export const inPage = <T>(
  page: Page,
  what: 'outbox' | 'spoilTokens' | 'asOfFirstVersion' | 'fillOutbox',
  given: object = {},
): Promise<T> => page.evaluate(`${SCRIPT}; globalThis.homeCareInPage.${what}(${JSON.stringify(given)})`);

/** What the device keeps of what was written on it, straight from its disk. */
export const outboxOf = (
  page: Page,
): Promise<{ readonly id: string; readonly state: string; readonly kind: string }[]> =>
  inPage(page, 'outbox');

export const openVisit = (page: Page, { visit }: Planned): Promise<void> =>
  page.locator(`a[href$="/visit/${visit}"]`).click();

/** Measures the blood pressure at the visit that is open; ends when the app says that it is kept. */
export async function measure(page: Page, systolic: number): Promise<void> {
  const form = page.getByRole('form', { name: 'Mät blodtryck' });
  if (!(await form.isVisible())) await page.getByText('Mät blodtryck', { exact: true }).click();
  await form.getByLabel('Systoliskt, mmHg').fill(String(systolic));
  await form.getByLabel('Diastoliskt, mmHg').fill('80');
  await form.getByRole('button', { name: 'Spara blodtrycket' }).click();
  await form.getByText('Sparat på enheten.').waitFor();
}

export const allSent = (page: Page): Promise<void> =>
  page.getByText('Allt är skickat', { exact: true }).waitFor({ timeout: 20_000 });

export const tryNow = (page: Page): Promise<void> => page.getByRole('button', { name: 'Försök nu' }).click();

/** A device with the app installed, signed in, with the round on it. */
export async function onRound(device: Device, account = NURSE): Promise<Page> {
  const page = await device.open(account);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  return page;
}

/**
 * The same of a device that was switched off and on since, as one is that the app was put on some day before. Chromium knows
 * of a site it has met within the last half a minute in its memory only, and without that nothing of it after a crash.
 */
export async function onRoundSinceBefore(device: Device): Promise<Page> {
  await onRound(device);
  await device.restart();
  const page = await device.open();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.getByText('Nät finns', { exact: true }).waitFor();
  return page;
}
