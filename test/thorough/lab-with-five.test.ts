import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDay } from '../../cli/prepare-day.ts';
import { LabContact } from '../../cli/workstation/lab-contact.ts';
import { Workstation } from '../../cli/workstation/workstation.ts';
import { isLabEvent, type LabEvent } from '../../domain/lab-evidence.ts';
import type { StageGate } from '../../domain/stage.ts';
import { wallClock } from '../../flows/clock.ts';
import { stateAfter } from '../../lab/state.ts';
import { Hands } from '../../lab/testing/hands.ts';
import { readHistory } from '../../reports/history.ts';
import { readinessOf } from '../../reports/readiness.ts';
import { findBrowser, launchBrowser } from '../../systems/browser/browser.ts';
import { openSystem } from '../../systems/open-system.ts';
import { withPassword } from '../../systems/reference-ui/sign-in.ts';
import { AREAS } from '../../systems/testing/areas.ts';
import { genrep } from '../command.ts';
import { forgetOne, seePictures } from '../lab-afterwards.ts';
import { inHand, isAccessible, LabSession, press } from '../lab-session.ts';
import { profileOf } from '../rehearsal.ts';

/** Two hours at the emergency department, in which every order is lost for a while. */
const PLAN = `from: "09:00"
until: "11:00"
pace: 20
idlePace: 240
seats:
  - { role: nurse, unit: sas-akuten }
  - { role: assistant-nurse, unit: sas-akuten }
  - { role: physician, unit: sas-akuten }
injects:
  - id: anhorig-ringer
    at: "09:02"
    method: phone
    sv: En anhörig ringer.
    expected: Den som svarar röjer inget.
    role: nurse
  - id: bestallningar
    at: "09:05"
    method: message
    sv: Allt är som vanligt.
    act: { kind: fault, fault: order-lost=1/1, minutes: 90 }
`;

const LOAD = `name: beside-lab
title: En kort topp medan människor arbetar
source: Antagande, kort nog för ett prov.
hours: 9-10
multiply: 1
in: 10s
shape: { kind: as-the-day }
thinkTimeSpread: 0.3
staffPerUnit: 2
shiftChanges: ["07:00", "13:30", "21:00"]
signInMinutes: 30
mostInFlight: 1000
`;

const gate = (id: string, kind: StageGate['gate']): StageGate => ({
  ...{ id, sv: id, en: id, source: 'assumption', gate: kind },
  owner: { sv: 'Utbildningsansvarig', en: 'Head of training' },
});
/** What a stage can ask of a lab. */
const GATES = [
  gate('klarar', { kind: 'lab-task-success', atLeast: 0.99 }),
  gate('farligt', { kind: 'lab-critical-errors', atMost: 0 }),
  gate('latt', { kind: 'lab-ease', atLeast: 5 }),
  gate('tid', { kind: 'lab-friction', atMost: 100 }),
  gate('provade', { kind: 'trained-and-passed', role: 'nurse', people: 1, cards: 1 }),
];

let browser: Browser;
let folder: string;
let session: LabSession;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  await writeFile(path.join(folder, 'labb.yaml'), PLAN);
  await writeFile(path.join(folder, 'last.yaml'), LOAD);
  browser = await launchBrowser(findBrowser());
  const day = await prepareDay('sas-vardag', { seed: 1, uiShare: 0, system: 'reference' });
  session = new LabSession({ browser, run: path.join(folder, 'run'), day });
}, 120_000);
afterAll(async () => {
  session?.end();
  await browser?.close();
});

const labEvents = async (): Promise<readonly LabEvent[]> => (await session.journal()).filter(isLabEvent);
const clockOf = (page: Page): Promise<string> => page.locator('.clock').first().innerText();

it('is played by five in browsers, with load and robots beside, and tells of all that happened', async () => {
  const [plan, load] = [path.join(folder, 'labb.yaml'), path.join(folder, 'last.yaml')];
  const lab = await session.open([
    ...['sas-vardag', '--plan', plan, '--load', load, '--out', session.run, '--port', '0', '--json'],
  ]);
  const { address } = lab;
  const desk = { width: 1440, height: 900 };
  const facilitator = await session.enter(address, lab.facilitator, desk);
  const observer = await session.enter(address, lab.observer, desk);
  await facilitator.getByRole('heading', { name: 'Platser' }).waitFor();
  const codes = await facilitator.locator('.code').allInnerTexts();
  const people = await Promise.all(codes.map((code) => session.enter(address, code)));
  const [nurse, assistant, physician] = people;
  if (nurse === undefined || assistant === undefined || physician === undefined)
    throw new Error('Three places.');

  // The browser of one of them is Genrep's; its person signs in there.
  const contact = await LabContact.join(address, codes[0] ?? '');
  const workstation = await Workstation.open({ contact, browser, hasWindow: false, onContact: () => {} });
  const stopped = new AbortController();
  const following = workstation.follow(stopped.signal);
  await press(workstation.page, 'Logga in');
  await withPassword(lab.password)(workstation.page, 'nurse.sas-akuten.day');
  await workstation.page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor();

  await press(facilitator, 'Kontrollera nu');
  await facilitator
    .getByText(/Patienter/)
    .first()
    .waitFor();
  await isAccessible(facilitator);
  for (const person of people) await press(person, 'Jag är med');
  await press(facilitator, 'Låt klockan gå');

  // Everybody gets a card; one says "klart" of what is not.
  for (const person of people) await person.getByRole('article').waitFor({ timeout: 90_000 });
  const cards = await Promise.all(people.map(inHand));
  await press(nurse, 'Klart');
  await nurse.getByText('Du sade klart, men det syns inte i systemet.').waitFor({ timeout: 20_000 });
  await isAccessible(nurse);
  await observer.getByText('Anteckna om Sjuksköterska 1').click();
  await press(observer, 'Fel läkemedel');
  await isAccessible(observer);

  // A pause: the clock stands, and nothing that was planned comes.
  await press(facilitator, 'Håll klockan');
  await nurse.getByText('Klockan står.').waitFor();
  const stood = await clockOf(facilitator);
  await press(assistant, 'Jag går ifrån en stund');
  await press(assistant, 'Jag är tillbaka');
  await assistant.getByRole('button', { name: 'Jag går ifrån en stund' }).waitFor();
  expect(await clockOf(facilitator)).toBe(stood);
  await isAccessible(assistant);
  await press(facilitator, 'Låt klockan gå');

  // Work is done in the care system's pages; one gives up.
  const origin = new URL(lab.pages).origin;
  const profile = profileOf({
    ...{ fhir: `${origin}/fhir`, ui: lab.pages, password: lab.password },
    tokenEndpoint: `${origin}/oidc/token`,
  });
  const pages = await openSystem({
    ...{ profile, channel: 'ui', clock: wallClock(), recordings: folder, areas: AREAS },
  });
  await pages.connect();
  try {
    const hands = new Hands(pages);
    await session.doInPages(hands, cards[0] ?? '');
    await nurse.getByRole('heading', { name: 'Hur lätt eller svårt var det?' }).waitFor({ timeout: 20_000 });
    await isAccessible(nurse);
    await press(nurse, /^6$/);
    await session.doInPages(hands, await inHand(physician));
    await physician
      .getByRole('heading', { name: 'Hur lätt eller svårt var det?' })
      .waitFor({ timeout: 20_000 });
    await press(physician, /^4$/);
  } finally {
    await pages.close();
  }
  await assistant.getByRole('article').waitFor({ timeout: 90_000 });
  await assistant.getByText('Jag kom inte vidare').click();
  await assistant.getByLabel('Vad hände?').fill('Hittade inte formuläret');
  await press(assistant, 'Lämna över till en robot');
  await press(assistant, /^2$/);

  // The planted fault strikes: what a robot or a person orders does not come.
  await expect
    .poll(
      async () =>
        (await labEvents()).some((event) => event.type === 'lab-injected' && event.change === 'begun'),
      {
        timeout: 120_000,
      },
    )
    .toBe(true);
  await press(facilitator, '30 gånger');
  await press(facilitator, 'Ge alla kort till robotar');
  for (const person of people) await press(person, 'Jag går ifrån en stund');
  const failed = async () =>
    (await session.journal()).some((event) => event.type === 'step-ended' && event.verdict === 'fail');
  await expect.poll(failed, { timeout: 240_000, interval: 1_000 }).toBe(true);
  const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await wall.goto(`${address}/vagg`);
  await wall.getByText(/uppgifter syns klara/).waitFor();
  await isAccessible(wall);
  stopped.abort();
  await following;
  await contact.close();

  await facilitator.locator('#end-session summary').click();
  await press(facilitator, 'Avsluta sessionen');
  const { exitCode, stdout, stderr } = await lab.result;
  expect([exitCode, stderr.includes('gick sönder')]).toEqual([1, false]);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'failed' });

  // Each of it stands in the evidence, on the page, and before the gates.
  const state = stateAfter(await labEvents());
  expect(state.pictures.map(({ of, withheld }) => [of, withheld])).toEqual([
    ['not-shown', undefined],
    ['shown', undefined],
  ]);
  const history = await readHistory(session.run);
  expect(history.loads.map(({ ended }) => ended?.ending)).toEqual(['complete']);
  const { started } = history;
  const { gates } = readinessOf([
    { ...history, started: { ...started, stage: { ...started.stage, gates: GATES } } },
  ]);
  expect(Object.fromEntries(gates.map(({ id, verdict }) => [id, verdict]))).toMatchObject({
    ...{ klarar: 'fail', farligt: 'fail', provade: 'fail' },
  });
  const page = await (await browser.newContext({ viewport: desk })).newPage();
  await page.goto(`file://${path.join(session.run, 'report', 'readiness.html')}`);
  const part = page.locator('#lab');
  for (const told of ['fel läkemedel', 'Sjuksköterska', 'Läkare', 'Undersköterska'])
    await part.getByText(told).first().waitFor();
  await isAccessible(page);
  const { stdout: told } = await genrep(['lab', 'report', session.run, '--json']);
  const report = await (await browser.newContext({ viewport: desk })).newPage();
  await report.goto(`file://${JSON.parse(told).page}`);
  await report.getByText('Bilder av vårdsystemets sida: 1 när det syntes klart').waitFor();
  await isAccessible(report);

  await seePictures(browser, session.run, isAccessible);
  await forgetOne(browser, session.run, codes[0] ?? '');
}, 900_000);
