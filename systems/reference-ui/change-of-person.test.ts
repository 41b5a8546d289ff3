import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../browser/browser.ts';
import { type LiveReference, startLiveReference } from './testing/live-reference.ts';

const DAY = 'biomedical-scientist.sas-lab.day';
const EVENING = 'biomedical-scientist.sas-lab.evening';

let reference: LiveReference;
let browser: Browser;
let workstation: BrowserContext;

beforeAll(async () => {
  reference = await startLiveReference();
  browser = await launchBrowser(findBrowser());
});
afterAll(async () => {
  await browser?.close();
  await reference?.close();
});
beforeEach(async () => {
  workstation = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
  workstation.setDefaultTimeout(10_000);
});
afterEach(() => workstation.close());

/** @returns the name that the page shows of whoever is signed in */
async function signInAs(page: Page, userName: string): Promise<string> {
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.getByLabel('Användarnamn', { exact: true }).fill(userName);
  await page.getByLabel('Lösenord', { exact: true }).fill(reference.password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  return nameOn(page);
}

const nameOn = (page: Page): Promise<string> =>
  page.locator('header').getByText(', biomedicinsk analytiker, ').innerText();

async function startPage(): Promise<Page> {
  const page = await workstation.newPage();
  await page.goto(reference.ui);
  return page;
}

describe('at a workstation that several share', () => {
  it('one signs out and another signs in, and the first again', async () => {
    const page = await startPage();
    const names: string[] = [];
    for (const userName of [DAY, EVENING, DAY]) {
      names.push(await signInAs(page, userName));
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
    }
    expect(names[1]).not.toBe(names[0]);
    expect(names[2]).toBe(names[0]);
  });

  it('another signs in while the first never signed out: what the first left open is closed', async () => {
    const left = await startPage();
    const first = await signInAs(left, DAY);
    await left.getByRole('link', { name: 'Laboratoriets arbetslista' }).first().click();
    await left
      .getByRole('region', { name: 'Laboratoriets arbetslista', exact: true })
      .getByRole('table')
      .first()
      .waitFor();
    const page = await startPage();
    expect(await signInAs(page, EVENING)).not.toBe(first);
    await left.getByRole('button', { name: 'Uppdatera', exact: true }).click();
    await left.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
    expect(await left.getByRole('navigation', { name: 'Huvudmeny' }).count()).toBe(0);
    await page.reload();
    expect(await nameOn(page)).not.toBe(first);
  });
});
