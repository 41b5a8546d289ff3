import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDay } from '../../cli/prepare-day.ts';
import { isLabEvent } from '../../domain/lab-evidence.ts';
import { stateAfter } from '../../lab/state.ts';
import { findBrowser, launchBrowser } from '../../systems/browser/browser.ts';
import { genrep } from '../command.ts';
import { isAccessible, LabSession, press } from '../lab-session.ts';

let browser: Browser;
let session: LabSession;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
  browser = await launchBrowser(findBrowser());
  const day = await prepareDay('sas-vardag', { seed: 1, uiShare: 0, system: 'reference' });
  session = new LabSession({ browser, run: path.join(folder, 'run'), day });
}, 120_000);
afterAll(async () => {
  session?.end();
  await browser?.close();
});

it('is a day for one person, who starts it, has three cards and ends it; who wants to is forgotten', async () => {
  const lab = await session.open([
    ...['sas-vardag', '--solo', '--out', session.run],
    '--port',
    '0',
    '--json',
  ]);
  const person = await session.enter(lab.address, lab.code);
  await isAccessible(person);
  await press(person, 'Jag är med');
  for (let cards = 1; cards <= 3; cards += 1) {
    await person.getByRole('article').waitFor({ timeout: 90_000 });
    await person.getByText('Jag kom inte vidare').click();
    await person.getByLabel('Vad hände?').fill('Prövar bara.');
    await press(person, 'Lämna över till en robot');
    await press(person, /^4$/);
  }
  await person.getByRole('heading', { name: 'Det var allt för i dag. Tack!' }).waitFor();
  await press(person, 'Avsluta');
  const { exitCode, stdout } = await lab.result;
  expect([exitCode, JSON.parse(stdout).outcome]).toEqual([0, 'passed']);
  const { cards } = stateAfter((await session.journal()).filter(isLabEvent));
  expect([...cards.values()].map(({ ending }) => ending)).toEqual(['stuck', 'stuck', 'stuck']);

  const said = async (): Promise<string> => (await genrep(['lab', 'said', session.run])).stdout;
  expect(await said()).toContain('Prövar bara.');
  expect((await genrep(['lab', 'forget', lab.code, session.run])).exitCode).toBe(0);
  expect(await said()).not.toContain('Prövar bara.');
  expect((await genrep(['verify', session.run])).exitCode).toBe(0);
}, 600_000);
