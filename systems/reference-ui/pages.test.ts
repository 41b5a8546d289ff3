import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNITS } from '../testing/people.ts';
import type { Screen } from './screen/screen.ts';
import { barriersOn } from './testing/barriers.ts';
import { EVENTFUL_STAY } from './testing/eventful-stay.ts';
import { CLIENT_PAGES, type ClientPage } from './testing/pages.ts';
import { openStayInBrowser, type StayInBrowser } from './testing/stay-in-browser.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

let stay: StayInBrowser;
beforeAll(async () => {
  stay = await openStayInBrowser({ firstPerson: 500, viewport: WIDE });
});
afterAll(() => stay?.close());

describe('the pages of the client', () => {
  it.each(CLIENT_PAGES)('$name can be used by everybody, wide and narrow', async ({ account, open }) => {
    const { page } = await openPage(account(stay.patient), open);
    expect(await widthOf(page)).toBeLessThanOrEqual(WIDE.width);
    await page.setViewportSize(NARROW);
    expect(await widthOf(page)).toBeLessThanOrEqual(NARROW.width);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('the start page can be used by everybody, wide and narrow', async () => {
    const page = await stay.browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(stay.harness.reference.ui);
    await page.getByRole('heading', { name: 'Patienter', exact: true }).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(WIDE.width);
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await widthOf(page)).toBeLessThanOrEqual(NARROW.width);
    expect(await barriersOn(page)).toEqual([]);
    await page.close();
  });

  it('show what was measured in an answer: value and unit, what is usual, and a picture of how it has been', async () => {
    const screen = await stay.screenOf('physician.sas-medicin-3.day');
    const orders = await screen.tabList(stay.patient, 'Prov och svar', 'Prov och svar');
    const analytes = orders.region.getByRole('table', { name: 'Analyser', exact: true });
    const row = analytes.getByRole('row').filter({ hasText: 'Troponin T' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/46 ng\/L\s*Över\s*≤ 14/);
    await row.getByRole('img', { name: 'Troponin T över tid: 46 ng/L' }).waitFor();
  });

  it.each([
    ['physician.sas-akuten.day', 'Vårdkontakt', 'Avdelning', 'Medicinavdelning 3 SÄS', 2],
    ['physician.sas-medicin-4.day', 'Vårdkontakt', 'Avdelning', 'Medicinavdelning 4 SÄS', 2],
    ['physician.sas-akuten.day', 'Prov och svar', 'Laboratorium', 'Laboratoriet SÄS', 1],
    ['nurse.sas-akuten.day', 'Samordning', 'Mottagare', 'Borås kommun, vård och omsorg', 2],
  ] as const)(
    'choose beforehand what fits %s and a patient of 72 in %s: %s is %s, of the house’s own alone',
    async (account, tab, label, chosen, choices) => {
      await stay.harness.system.introduce(stay.patient, [
        { ...UNITS.ward, name: 'Barnavdelningen', hsaId: 'SE0000000000-XX01' },
        { ...UNITS.laboratory, name: 'Laboratoriet SÄS', hsaId: 'SE0000000000-XX02' },
      ]);
      const screen = await stay.screenOf(account);
      await screen.tab(stay.patient, tab);
      const list = screen.page.getByLabel(label, { exact: true }).first();
      await list
        .getByRole('option')
        .nth(choices - 1)
        .waitFor({ state: 'attached' });
      expect(await list.getByRole('option').count()).toBe(choices);
      expect(await list.locator('option:checked').innerText()).toBe(chosen);
    },
  );

  it('say in English what they say in Swedish', async () => {
    const { page } = await stay.screenOf('nurse.sas-akuten.day');
    await page.setViewportSize(WIDE);
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Unit list', exact: true }).click();
    await page.getByRole('region', { name: 'Unit list', exact: true }).waitFor();
    expect(await page.getByText('Uppdatera').count()).toBe(0);
    await page.getByRole('radio', { name: 'Svenska' }).click();
    await page.getByRole('region', { name: 'Enhetens lista', exact: true }).waitFor();
  });

  it('are shown in place when somebody else writes, without being asked', async () => {
    const screen = await stay.screenOf('physician.sas-medicin-3.day');
    const list = await screen.tabList(stay.patient, 'Journal', 'Anteckningar');
    const before = await list.region.getByRole('article').count();
    const written = Date.now();
    await stay.goOn(EVENTFUL_STAY.filter(({ line }) => line === 'does').slice(12, 13));
    await list.region.getByRole('article').nth(before).waitFor({ timeout: 2_000 });
    expect(Date.now() - written).toBeLessThan(2_000);
  });

  it('are told from a page with a barrier', async () => {
    const page = await stay.browser.newPage();
    await page.setContent('<html lang="sv"><title>Fel</title><main><h1>Fel</h1><input></main></html>');
    expect(await barriersOn(page)).toContainEqual(expect.stringContaining('label'));
    await page.close();
  });
});

async function openPage(account: string, open: ClientPage['open']): Promise<Screen> {
  const screen = await stay.screenOf(account);
  await screen.page.setViewportSize(WIDE);
  await open(screen, stay.patient);
  return screen;
}

const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
