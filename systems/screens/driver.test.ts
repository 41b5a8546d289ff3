import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acknowledgementOnRecord,
  answerOnOrderersList,
  exactlyOneAnswer,
  orderOnLaboratoryWorklist,
  orderTest,
} from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import type { Question } from '../../domain/activity.ts';
import { ref } from '../../domain/ref.ts';
import { findBrowser } from '../browser/browser.ts';
import type { Bound, CareSystem, StepContext, TaskOutcome } from '../care-system.ts';
import { STAFF } from '../contract/script.ts';
import { accountsByPattern } from '../driver/account.ts';
import { person, UNITS } from '../testing/people.ts';
import { createScreensDriver } from './driver.ts';
import { loadScreens } from './load-screens.ts';
import { type ClientFault, PASSWORD, type SmallClient, startSmallClient } from './testing/small-client.ts';

const FILE = join(import.meta.dirname, 'testing/small-client.yaml');
const order = orderTest(testCalled('Troponin T'), 'beställningen');
const patient = person(1);
const other = person(2);

let client: SmallClient;
let system: CareSystem;

const openDriver = (password = PASSWORD): CareSystem =>
  createScreensDriver({
    ...{ name: 'kliniken', address: client.address, password, recordings: tmpdir(), pageSnapshots: false },
    written: loadScreens(FILE, { file: FILE }),
    accounts: accountsByPattern({ staff: '{role}', registry: 'registret' }),
    nameOf: () => 'beställa prov',
    clock: { now: Date.now, pause: (milliseconds) => pause(milliseconds) },
    browser: findBrowser(),
    patience: { present: 250, answered: 2_500 },
  });

beforeAll(async () => {
  client = await startSmallClient();
  system = openDriver();
  await system.connect();
});
afterAll(async () => {
  await system?.close();
  await client?.close();
});

let bound: Map<string, Bound>;
beforeEach(async () => {
  client.faults.clear();
  client.orders.length = 0;
  client.patients.clear();
  bound = new Map();
  await system.introduce(patient, []);
});
afterEach(() => system.endFlow?.(contextOf(), { keepRecording: false }));

const contextOf = (): StepContext => ({
  ...{ run: 'prov', instance: patient.key, patient, units: UNITS, bound, startedAt: 0 },
  ...{ actor: STAFF.physician, token: 'prov.p-000001.1' },
});

const ordered = (faults: readonly ClientFault[] = []): Promise<TaskOutcome> => {
  for (const fault of faults) client.faults.add(fault);
  return system.perform(order, contextOf());
};

/** An order that was made, so that questions can be asked of it. */
async function made(): Promise<void> {
  const outcome = await ordered();
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  bound.set('beställningen', {
    name: 'beställningen',
    task: order,
    actor: STAFF.physician,
    outcome: 'done',
    ...outcome,
  });
}

const asked = (question: Question, faults: readonly ClientFault[] = []) => {
  for (const fault of faults) client.faults.add(fault);
  return system.ask(question, contextOf());
};

describe('a client told by roles, names and labels', () => {
  it('says who it is, in the words of its first page', async () => {
    expect(await system.connect()).toEqual({ name: 'kliniken', software: 'Kliniken', version: '3.2' });
  });

  it('is refused by whoever has the wrong password, in the page’s own words', async () => {
    const stranger = openDriver('fel-lösenord');
    await stranger.connect();
    await expect(stranger.perform(order, contextOf())).rejects.toMatchObject({
      kind: 'sign-in',
      message: 'physician kunde inte logga in: Fel användarnamn eller lösenord.',
    });
    await stranger.close();
  });

  it('has a task done by every kind of step, and knows it again by the number that is read back', async () => {
    expect(await ordered()).toEqual({ status: 'done', reference: '1' });
    expect(client.orders).toEqual([
      {
        patient: patient.identifier.value,
        test: 'TnT',
        comment: 'prov.p-000001.1',
        urgent: true,
        notice: false,
      },
    ]);
  });

  it('makes people known once, and tells whom it does not know', async () => {
    await system.introduce(patient, []);
    expect(client.patients.size).toBe(1);
    client.patients.clear();
    expect(await ordered()).toMatchObject({ status: 'refused', refusal: 'absence' });
  });

  it.each<[ClientFault, RegExp]>([
    [
      'comment-dropped',
      /Sidan sade att det var sparat\. Där det ska läsas \(.*small-client\.yaml:\d+\) står Nummer ”1”.*Kommentar ””/,
    ],
    ['other-test', /står .*Prov ”Kalium”/],
    ['urgent-ignored', /står .*Akut ”nej”/],
    ['notice-kept', /står .*Besked ”ja”/],
    ['lost', /Sidan sade att det var sparat\. Det står inte där det ska läsas/],
  ])('shows a write that is not as it was sent: %s', async (fault, sentence) => {
    await expect(ordered([fault])).rejects.toMatchObject({
      kind: 'wrong-answer',
      message: expect.stringMatching(sentence),
    });
  });

  it('does not take an older write for its own', async () => {
    await made();
    await expect(ordered(['lost'])).rejects.toMatchObject({ kind: 'wrong-answer' });
  });

  it.each<[ClientFault, RegExp]>([
    [
      'button-renamed',
      /small-client\.yaml:40: Sidan ”Beställ prov” har ingen knapp \(button\) som heter ”Spara”\. Där finns ”Skicka”\. Det ska stå i form ”Beställning”\.$/,
    ],
    ['two-buttons', /:40: Sidan ”Beställ prov” har 2 som heter ”Spara”; säg vilken/],
    [
      'link-gone',
      /:34: Sidan ”Beställ prov” har ingen länk \(link\) som heter ”Till formuläret”\. Något sådant finns inte där alls\.$/,
    ],
    ['heading-gone', /:33: Sidan ”Beställ prov” har ingen rubrik \(heading\) som heter ”Beställ prov”/],
    ['enter-ignored', /:\d+: Sidan ”Patienter” har ingen länk/],
    [
      'other-patient',
      /:\d+: Sidan ”Patienter” har ingen länk \(link\) som heter ”.*”\. Där finns ”19000101-0000”\.$/,
    ],
    ['breaks', /Servern svarade med fel 500 när \/.* öppnades/],
  ])('names the line of the file and what is there instead: %s', async (fault, sentence) => {
    await expect(ordered([fault])).rejects.toMatchObject({
      kind: 'broken-answer',
      message: expect.stringMatching(sentence),
    });
    expect(client.orders).toEqual([]);
  });

  it('gives a no in the words of the page', async () => {
    expect(await ordered(['says-no'])).toEqual({
      status: 'refused',
      reason: 'Provet får inte beställas här.',
      refusal: 'unsaid',
    });
  });

  it.each<[ClientFault, TaskOutcome['status']]>([
    ['silent', 'done'],
    ['lost-silently', 'unknown'],
    ['breaks-when-sent', 'unknown'],
    ['twice', 'unknown'],
  ])('looks where it must stand when the page leaves it open: %s is %s', async (fault, status) => {
    expect(await ordered([fault])).toMatchObject({ status });
  });
});

describe('what is seen in a client', () => {
  const beställningen = ref('beställningen');

  it('is told with what was expected and what stands there', async () => {
    await made();
    expect(await asked(orderOnLaboratoryWorklist(beställningen))).toEqual({
      seen: true,
      expected: 'Det finns en rad med Nummer ”1”, Prov ”TnT”.',
      observed: 'En rad säger Nummer ”1”, Prov ”TnT”.',
    });
    client.orders.splice(0, 1, { ...(client.orders[0] as SmallClient['orders'][0]), test: 'Kalium' });
    expect(await asked(orderOnLaboratoryWorklist(beställningen))).toMatchObject({
      seen: false,
      observed: 'En rad säger Nummer ”1”, Prov ”Kalium”.',
    });
  });

  it('is not there when the list is whole', async () => {
    await made();
    client.orders.length = 0;
    expect(await asked(orderOnLaboratoryWorklist(beställningen))).toEqual({
      seen: false,
      expected: 'Det finns en rad med Nummer ”1”, Prov ”TnT”.',
      observed: 'Ingen sådan rad syns.',
    });
  });

  it.each<[ClientFault, RegExp]>([
    ['uncounted', /säger inte hur många rader det finns/],
    ['many-counted', /säger 10 rader och visar 0/],
  ])('is in doubt, and not absent, where the list may hold more: %s', async (fault, doubt) => {
    await made();
    client.orders.length = 0;
    expect(await asked(orderOnLaboratoryWorklist(beställningen), [fault])).toMatchObject({
      seen: false,
      doubt: expect.stringMatching(doubt),
    });
  });

  it('counts what stands there, and only in a whole list', async () => {
    await made();
    expect(await asked(exactlyOneAnswer(beställningen))).toMatchObject({ seen: true });
    client.orders.push(...client.orders);
    expect(await asked(exactlyOneAnswer(beställningen))).toMatchObject({
      seen: false,
      observed: expect.stringContaining('Sammanlagt 2 rader'),
    });
    expect(await asked(exactlyOneAnswer(beställningen), ['cut-off'])).toMatchObject({
      seen: false,
      doubt: 'Sidan ”Beställningar” säger 2 rader och visar 1.',
    });
  });

  it('is seen though the list is cut off after it', async () => {
    await made();
    client.orders.push(...client.orders);
    expect(await asked(orderOnLaboratoryWorklist(beställningen), ['cut-off'])).toMatchObject({ seen: true });
  });

  it('is not read in a list that is about to give way to another', async () => {
    await made();
    expect(await asked(orderOnLaboratoryWorklist(beställningen), ['slow-list'])).toMatchObject({
      seen: true,
    });
  });

  it('is not chosen among two lists with the same headings', async () => {
    await made();
    await expect(asked(orderOnLaboratoryWorklist(beställningen), ['two-lists'])).rejects.toThrow(
      /:\d+: Sidan ”Beställningar” har 2 tabeller med rubrikerna Nummer, Prov/,
    );
  });

  it('as words on a page: there, not there, and in doubt where the page is not whole', async () => {
    await made();
    expect(await asked(answerOnOrderersList(beställningen))).toMatchObject({ seen: true });
    expect(await asked(acknowledgementOnRecord(beställningen))).toMatchObject({ seen: false });
    client.orders.length = 0;
    expect(await asked(answerOnOrderersList(beställningen))).not.toHaveProperty('doubt');
    expect(await asked(acknowledgementOnRecord(beställningen))).toMatchObject({ seen: true });
    const doubt = 'Sidan ”Beställningar” visar inte ”Sidan slut”, som säger att den är hel.';
    expect(await asked(answerOnOrderersList(beställningen), ['half-page'])).toMatchObject({
      seen: false,
      doubt,
    });
    expect(await asked(acknowledgementOnRecord(beställningen))).toMatchObject({ seen: false, doubt });
  });
});

describe('what the file does not say', () => {
  it('is not covered, in words', () => {
    expect(system.capability('triage')).toEqual({
      supported: false,
      reason: expect.stringMatching(
        /^Skärmfilen säger inte hur ”.*” \(triage\) görs eller syns \(.*small-client\.yaml\)\.$/,
      ),
    });
  });

  it('of a word that the client has not, either', () => {
    expect(system.capability('order-test')).toEqual({ supported: true });
    expect(system.capability('order-test', orderTest(testCalled('CRP'), 'x'))).toEqual({
      supported: false,
      reason: expect.stringMatching(/^Under words\.test\.word står inte vad ”CRP” heter i klienten \(/),
    });
  });

  it('is found before anybody else: a person whom the client shows in place of another is not the patient', async () => {
    client.patients.add(other.identifier.value);
    client.patients.delete(patient.identifier.value);
    expect(await ordered()).toMatchObject({ status: 'refused', refusal: 'absence' });
  });
});
