import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { extractText } from 'unpdf';
import { expect } from 'vitest';
import { genrep, startGenrep } from './command.ts';
import { firstLine } from './first-line.ts';
import { press } from './lab-session.ts';

/** Work is over: people are asked, one declines one part, and the facilitator sees who is done. */
export async function answerQuestions(
  facilitator: Page,
  participant: Page,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await press(facilitator, 'Avsluta arbetet och dela ut frågorna');
  const success = participant.getByRole('group', { name: 'Hur väl lyckades du' });
  await success.getByRole('radio', { name: /^0 ?, Perfekt$/ }).waitFor();
  await look(participant);
  await press(participant, 'Jag avstår');
  for (const [question, answer] of [
    ['Systemet kan det som jag behöver', '6'],
    ['Systemet är lätt att använda', '5'],
  ] as const)
    await participant.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check();
  await press(participant, 'Skicka svaren');
  await participant.getByRole('heading', { name: 'Det var allt.' }).waitFor();
  await facilitator.getByText('1 av 2 är klara med frågorna.').waitFor();
}

/** The day is talked over on its line of time, in a room that shall not see who it was. */
export const talkItOver = (
  browser: Browser,
  run: string,
  look: (page: Page) => Promise<void>,
): Promise<void> =>
  debriefing(browser, run, async (page) => {
    const happened = page.getByRole('region', { name: 'Vad som hänt till nu' });
    await happened.getByRole('cell', { name: 'Anteckning Fel läkemedel' }).waitFor();
    await look(page);
    await page.getByLabel('Dölj vem').check();
    await happened.getByText('Sjuksköterska, ').first().waitFor();
    expect(await happened.getByText('Sjuksköterska 1').count()).toBe(0);
    await page.getByLabel('Vad ska vi prata om?').fill('Varför fel läkemedel?');
    await press(page, 'Bokmärk tidpunkten');
    await press(page, /Varför fel läkemedel\?$/);
    const slider = page.getByLabel('Tidpunkt');
    await slider.fill((await slider.getAttribute('min')) ?? '');
    await happened.getByText('Fel läkemedel').waitFor({ state: 'hidden' });
    await page.getByLabel('Hastighet').selectOption('600');
    await press(page, 'Spela');
    await happened.getByRole('cell', { name: 'Anteckning Fel läkemedel' }).waitFor();
  });

/** What the care system showed is seen where it happened, large when it is pressed, and not while it is hidden who it was. */
export const seePictures = (
  browser: Browser,
  run: string,
  look: (page: Page) => Promise<void>,
): Promise<void> =>
  debriefing(browser, run, async (page) => {
    const picture = page.getByRole('button', { name: /^Vårdsystemets sida: .*sagt klart, syns inte$/ });
    await picture.scrollIntoViewIfNeeded();
    await look(page);
    await picture.click();
    const large = page.getByRole('dialog').getByRole('img');
    await expect
      .poll(() => large.evaluate(({ naturalWidth }: { readonly naturalWidth: number }) => naturalWidth))
      .toBe(1440);
    await look(page);
    await press(page, 'Stäng');
    await page.getByLabel('Dölj vem').check();
    await page.getByText('Bilden visas inte när det döljs vem det var.').first().waitFor();
    expect(await picture.count()).toBe(0);
  });

/** Of who is forgotten there is no picture any more, and the evidence is whole. */
export async function forgetOne(browser: Browser, run: string, code: string): Promise<void> {
  expect((await genrep(['lab', 'forget', code, run])).exitCode).toBe(0);
  expect((await genrep(['verify', run])).exitCode).toBe(0);
  await debriefing(browser, run, async (page) => {
    await page.getByText('[glömt]').first().waitFor();
    expect(await page.getByRole('button', { name: /^Vårdsystemets sida/ }).count()).toBe(0);
  });
}

async function debriefing(browser: Browser, run: string, talk: (page: Page) => Promise<void>): Promise<void> {
  const { child, result } = startGenrep(['lab', 'debrief', run, '--port', '0', '--json']);
  child.stdin.end();
  try {
    const { address } = JSON.parse(await firstLine(child.stdout, result));
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(address);
    await press(page, 'Gå in');
    await talk(page);
    await page.context().close();
  } finally {
    child.kill('SIGTERM');
    await result;
  }
}

/** The report on paper: it opens, and says what happened under the headings of the format. */
export async function readOnPaper(run: string): Promise<void> {
  const { stdout, exitCode } = await genrep(['lab', 'report', run, '--pdf', '--json']);
  expect(exitCode).toBe(0);
  const { text } = await extractText(new Uint8Array(await readFile(JSON.parse(stdout).pdf)), {
    mergePages: true,
  });
  for (const told of ['1. Sammanfattning', '3. Metod', 'Måluppfyllelse', 'Fel läkemedel', 'UMUX-Lite: 75'])
    expect(text).toContain(told);
}
