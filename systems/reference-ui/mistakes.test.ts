import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Screen, Tab } from './screen/screen.ts';
import { barriersOn } from './testing/barriers.ts';
import { pressTo } from './testing/keyboard.ts';
import { openStayInBrowser, type StayInBrowser } from './testing/stay-in-browser.ts';

let stay: StayInBrowser;
beforeAll(async () => {
  stay = await openStayInBrowser({ firstPerson: 900 });
});
afterAll(() => stay?.close());

/**
 * Takes back the first entry that is one's own, with the keys alone.
 * @returns what axe finds while it is asked about and when it is done
 */
async function undoByKeys(screen: Screen, name: RegExp): Promise<string[]> {
  const { page } = screen;
  const undo = page.getByRole('button', { name });
  await undo.first().waitFor();
  const label = (await undo.first().getAttribute('aria-label')) ?? '';
  const entry = label.replace('Ångra ', '');
  await pressTo(page, 'Tab', label);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Ja, felaktigt infört: ${entry}`, exact: true }).waitFor();
  const asked = await barriersOn(page);
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: `Felaktigt infört: ${entry}`, exact: true }).waitFor();
  return [...asked, ...(await barriersOn(page))];
}

const NURSE = 'nurse.sas-medicin-3.day';
const PHYSICIAN = 'physician.sas-medicin-3.day';

const KINDS: readonly [string, string, Tab, string, RegExp][] = [
  ['measurements', NURSE, 'Mätvärden', 'Mätvärden', /^Ångra mätvärden /],
  ['a hand-over', NURSE, 'Journal', 'Anteckningar', /^Ångra anteckning /],
  ['a prescription', PHYSICIAN, 'Läkemedel', 'Läkemedelslista', /^Ångra ordination /],
  ['a given dose', NURSE, 'Läkemedel', 'Utdelningslista', /^Ångra given dos /],
  ['a message', NURSE, 'Samordning', 'Samordning med kommunen', /^Ångra meddelande /],
  ['a consent', NURSE, 'Samordning', 'Samordning med kommunen', /^Ångra samtycke /],
  ['an allergy', 'nurse.sas-akuten.day', 'Överkänslighet', 'Överkänsligheter', /^Ångra överkänslighet /],
];

describe('what somebody entered by mistake', () => {
  it('cannot be taken back by another', async () => {
    const screen = await stay.screenOf('nurse.sas-medicin-4.day');
    const list = await screen.tabList(stay.patient, 'Mätvärden', 'Mätvärden');
    expect((await list.rows('Mätvärden')).length).toBeGreaterThan(0);
    expect(await screen.page.getByRole('button', { name: /^Ångra / }).count()).toBe(0);
  });

  it.each(KINDS)(
    '%s is taken back by who entered it, by keys alone, and stands struck through with who and when',
    async (_, account, tab, panel, name) => {
      const screen = await stay.screenOf(account);
      await screen.tabList(stay.patient, tab, panel);
      const before = await screen.page.getByRole('button', { name }).count();
      expect(await undoByKeys(screen, name)).toEqual([]);
      expect(await screen.page.getByRole('button', { name }).count()).toBe(before - 1);
      const mistake = screen.page.getByRole('article', { name: /^Felaktigt infört: / }).first();
      expect(await mistake.locator('del').count()).toBe(1);
      expect(await mistake.innerText()).toMatch(
        /Ångrat av \S+ \S+, (sjuksköterska|läkare), .+, 20\d\d-\d\d-\d\d/,
      );
    },
  );

  it('warns nobody: the banner is without the NEWS2 of measurements that were taken back', async () => {
    const screen = await stay.screenOf(NURSE);
    const banner = await screen.banner(stay.patient);
    expect(await banner.region.getByRole('alert').count()).toBe(0);
    expect(await banner.region.innerText()).toContain('Ingen känd');
  });
});
