import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDay } from '../cli/prepare-day.ts';
import { type RunningReference, startReference } from '../cli/reference-process.ts';
import { HOUR } from '../domain/time.ts';
import { wallClock } from '../flows/clock.ts';
import { Hands } from '../lab/testing/hands.ts';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';
import type { CareSystem } from '../systems/care-system.ts';
import { openSystem } from '../systems/open-system.ts';
import { AREAS } from '../systems/testing/areas.ts';
import { answerQuestions, readOnPaper, talkItOver } from './lab-afterwards.ts';
import { inHand, isAccessible, LabSession, press } from './lab-session.ts';
import { profileOf } from './rehearsal.ts';

const LAB = `from: "09:00"
until: "09:40"
pace: 1
idlePace: 240
seats:
  - { role: nurse, unit: sas-akuten }
  - { role: assistant-nurse, unit: sas-akuten }
questionnaires: [nasa-tlx, umux-lite]
`;

let reference: RunningReference;
let browser: Browser;
let pages: CareSystem;
let folder: string;
let session: LabSession;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  await writeFile(path.join(folder, 'labb.yaml'), LAB);
  reference = await startReference({});
  browser = await launchBrowser(findBrowser());
  const clock = wallClock();
  const profile = profileOf(reference);
  pages = await openSystem({ profile, channel: 'ui', clock, recordings: folder, areas: AREAS });
  await pages.connect();
  session = new LabSession({
    ...{ browser, run: path.join(folder, 'run') },
    day: await prepareDay('sas-vardag', { seed: 1, uiShare: 0, system: 'reference' }),
    env: {
      GENREP_REFERENCE_FHIR: reference.fhir,
      GENREP_REFERENCE_UI: reference.ui,
      GENREP_REFERENCE_TOKEN_ENDPOINT: reference.tokenEndpoint,
      GENREP_REFERENCE_PASSWORD: reference.password,
    },
  });
}, 120_000);
afterAll(async () => {
  session?.end();
  await pages?.close();
  await browser?.close();
  await reference?.close();
});

it('is played by people in browsers, in the care system’s own pages, and comes back when it is killed', async () => {
  const hands = new Hands(pages);
  const { run } = session;
  const args = ['sas-vardag', '--plan', path.join(folder, 'labb.yaml'), '--out', run, '--port', '0'];
  const first = await session.open(args);
  const port = new URL(first.address).port;
  const facilitator = await session.enter(first.address, first.facilitator);
  const observer = await session.enter(first.address, first.observer);
  await facilitator.getByRole('heading', { name: 'Platser' }).waitFor();
  const codes = await facilitator.locator('.code').allInnerTexts();
  const nurse = await session.enter(first.address, codes[0] ?? '');
  await isAccessible(nurse);
  await press(nurse, 'Jag är med');
  const assistant = await session.enter(first.address, codes[1] ?? '');
  await press(assistant, 'Jag är med');
  await nurse.getByRole('heading', { name: 'Inget att göra just nu' }).waitFor();
  await press(facilitator, 'Låt klockan gå');

  // A card comes; a false "done" is seen through.
  await nurse.getByRole('article').waitFor({ timeout: 60_000 });
  await isAccessible(nurse);
  const card = await inHand(nurse);
  await press(nurse, 'Klart');
  await nurse.getByText('Du sade klart, men det syns inte i systemet.').waitFor({ timeout: 20_000 });

  // The clock is held, an inject comes, a note is taken; somebody goes away and comes back.
  await press(facilitator, 'Håll klockan');
  await nurse.getByText('Klockan står.').waitFor();
  await facilitator.getByText('Skriv en händelse').click();
  await facilitator.getByLabel('Vad händer?').fill('Skrivaren är trasig.');
  await facilitator.getByLabel('Vad väntas?').fill('De märker för hand.');
  await press(facilitator, 'Skicka nu');
  await nurse.getByText('Skrivaren är trasig.').waitFor();
  await press(nurse, 'Jag har tagit emot det');
  await press(observer, 'De gjorde det');
  await observer.getByText('Anteckna om Sjuksköterska 1').click();
  await press(observer, 'Fel läkemedel');
  await observer.getByText('1 anteckning', { exact: true }).waitFor();
  // What is pressed while the page is read again is sent at once, too.
  const { promise: shown, resolve: show } = Promise.withResolvers<void>();
  await assistant.route('**/view', async (route) => {
    await shown;
    await route.continue();
  });
  for (const button of ['Jag går ifrån en stund', 'Jag går ifrån en stund']) {
    const sent = assistant.waitForResponse('**/tap');
    await press(assistant, button);
    await sent;
  }
  show();
  await assistant.unrouteAll({ behavior: 'wait' });
  await press(assistant, 'Jag är tillbaka');
  await assistant.getByRole('button', { name: 'Jag går ifrån en stund' }).waitFor();
  // A tablet whose clock is hours wrong is told so; one without contact keeps what is pressed, and sends it once.
  await assistant.clock.setFixedTime(Date.now() + 5 * HOUR);
  await assistant.context().setOffline(true);
  await press(assistant, 'Jag går ifrån en stund');
  await assistant.getByText('Ingen kontakt just nu.').waitFor();
  await assistant.context().setOffline(false);
  await assistant.getByText('Den här enhetens klocka går fel.').waitFor();
  await press(assistant, 'Jag är tillbaka');
  await assistant.getByRole('button', { name: 'Jag går ifrån en stund' }).waitFor();
  await isAccessible(facilitator);
  await isAccessible(observer);

  // The server is killed: all is as it was, in the browsers that stood open too.
  first.child.kill('SIGKILL');
  await first.result;
  await press(nurse, 'Jag behövde hjälp');
  await nurse.getByText('Ingen kontakt just nu.').waitFor();
  const second = await session.open(['--resume', run, '--port', port, '--json']);
  await nurse.getByText('Ingen kontakt just nu.').waitFor({ state: 'hidden', timeout: 20_000 });
  expect(await inHand(nurse)).toBe(card);
  await nurse.getByText('Klockan står.').waitFor();
  await press(facilitator, 'Låt klockan gå');

  // It is done in the care system's pages, and the card is done by itself.
  await session.doInPages(hands, card);
  await nurse.getByRole('heading', { name: 'Hur lätt eller svårt var det?' }).waitFor({ timeout: 20_000 });
  await isAccessible(nurse);
  await press(nurse, /^5$/);
  const wall = await (await browser.newContext()).newPage();
  await wall.goto(`${second.address}/vagg`);
  await wall.getByText(/uppgifter syns klara/).waitFor();
  await isAccessible(wall);

  await answerQuestions(facilitator, nurse, isAccessible);
  await facilitator.locator('#end-session summary').click();
  await press(facilitator, 'Avsluta sessionen');
  const { exitCode, stdout, stderr } = await second.result;
  expect([exitCode, stderr.includes('gick sönder')]).toEqual([0, false]);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'passed' });

  const told = (await session.journal()).flatMap((event) => {
    if (event.type === 'lab-card') return event.card === card ? [event.change] : [];
    if (event.type === 'lab-note') return [event.kind];
    if (event.type === 'lab-person') return event.change === 'left' ? [event.seat] : [];
    if (event.type === 'lab-expected') return [event.verdict];
    return event.type === 'lab-answered' ? [event.items.join()] : [];
  });
  const away = ['plats-2', 'plats-2'];
  const home = ['plats-1', 'plats-2'];
  expect(told).toEqual([
    ...['dealt', 'said-done', 'not-shown', 'pass', 'wrong-drug', ...away],
    ...['help', 'shown', '5', ...home, '', '6,5'],
  ]);

  // What else happened was watched, and what people did by hand is held against nobody.
  const watched = (await session.journal()).flatMap((event) => (event.type === 'monitored' ? [event] : []));
  expect(watched.flatMap(({ findings }) => findings)).toEqual([]);
  expect(watched.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(10);

  await talkItOver(browser, run, isAccessible);
  await readOnPaper(run);
}, 280_000);
