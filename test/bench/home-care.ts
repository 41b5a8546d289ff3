import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildClient } from '../../reference/client/build.ts';
import { startTestReference } from '../../reference/testing/reference-client.ts';
import { Device } from '../home-care/device.ts';
import { openLine } from '../home-care/line.ts';
import { allSent, onRound, outboxOf, type Planned, planRound, tryNow } from '../home-care/round.ts';
import { atLeast, below, type Figure } from './figure.ts';

const VISITS = 200;

/** A round of 200 visits, each with a measurement, a dose and the visit itself: sent and brought at once. */
export async function benchHomeCare(): Promise<Figure[]> {
  const reference = await startTestReference();
  const line = await openLine(Number(new URL(reference.ui).port));
  const device = await Device.take(reference.ui, line.port);
  try {
    const round = await planRound(reference, VISITS);
    const page = await onRound(device);
    await page.getByRole('link').filter({ hasText: 'Blodtryck och läkemedel' }).nth(VISITS - 1).waitFor();
    line.cut();
    await page.evaluate(fillOutbox, { round, author: 'district-nurse.vc-ekbacken-hem.day' });
    await page.reload();
    await page.getByText(`${VISITS * 3} väntar på att skickas`).waitFor();
    line.mend();
    const before = line.bytes;
    const began = performance.now();
    await tryNow(page);
    await allSent(page);
    await page.getByText('Klart', { exact: true }).nth(VISITS - 1).waitFor();
    const seconds = (performance.now() - began) / 1_000;
    const stands = (await outboxOf(page)).filter(({ state }) => state === 'stands').length;
    return [
      below('home care: 200 visits synchronised', seconds, 2, 's'),
      below('home care: 200 visits synchronised, on the line', (line.bytes - before) / 1_000_000, 5, 'MB'),
      atLeast('home care: entries that stand', stands, VISITS * 3, ''),
      below('home care: script of the first load, compressed', (await scriptOf()) / 1_000, 200, 'kB'),
    ];
  } finally {
    await device.close();
    await line.close();
    await reference.close();
  }
}

/** Bytes of the app's and its worker's script, as gzip has them. */
async function scriptOf(): Promise<number> {
  const folder = join(await buildClient(), 'home-care');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a round leaves on the device when there was no network all day; runs in the page. */
async function fillOutbox({ round, author }: { round: readonly Planned[]; author: string }): Promise<void> {
  const requested = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const kept = await requested(indexedDB.open('genrep-home-care'));
  const visits = await requested(kept.transaction('visits').objectStore('visits').getAll());
  const appointments = new Map(visits.map((visit) => [visit.id, visit.appointment]));
  const writing = kept.transaction('outbox', 'readwrite');
  const outbox = writing.objectStore('outbox');
  const at = new Date().toISOString();
  const tag = [{ system: 'urn:genrep:concept', code: 'home-care' }];
  const write = (kind: string, { visit, patient }: Planned, what: (id: string) => object): void => {
    const id = crypto.randomUUID();
    outbox.put({ id, kind, visit, patient, author, at, words: kind, state: 'waiting', what: what(id) });
  };
  const marked = (id: string) => ({ identifier: [{ system: 'urn:genrep:home-care', value: id }], meta: { tag } });
  for (const planned of round) {
    const subject = { reference: planned.patient };
    const pressure = (code: string, value: number) => ({
      code: { coding: [{ system: 'http://loinc.org', code }] },
      valueQuantity: { value, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
    });
    write('measurement', planned, (id) => ({
      makes: {
        ...{ resourceType: 'Observation', status: 'final', subject, effectiveDateTime: at, ...marked(id) },
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }],
        code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }], text: 'Blood pressure' },
        component: [pressure('8480-6', 140), pressure('8462-4', 80)],
      },
    }));
    write('dose', planned, (id) => ({
      makes: {
        ...{ resourceType: 'MedicationAdministration', status: 'completed', subject, effectiveDateTime: at, ...marked(id) },
        medicationCodeableConcept: { text: 'Amoxicillin' },
        request: { reference: planned.prescription },
        dosage: { dose: { value: 500, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } },
      },
    }));
    const appointment = appointments.get(planned.visit);
    write('visited', planned, (id) => ({
      changes: { ...appointment, status: 'fulfilled', identifier: marked(id).identifier },
      version: appointment.meta.versionId,
    }));
  }
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  kept.close();
}
