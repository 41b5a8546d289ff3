import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from './screen/screen.ts';
import { controlsOn, pressTo, walkByKeys } from './testing/keyboard.ts';
import { CLIENT_PAGES } from './testing/pages.ts';
import { openStayInBrowser, type StayInBrowser } from './testing/stay-in-browser.ts';

let stay: StayInBrowser;
beforeAll(async () => {
  stay = await openStayInBrowser({ firstPerson: 700 });
});
afterAll(() => stay?.close());

/** Whether a list has more than one choice. */
const hasChoice =
  (page: Page) =>
  async (name: string): Promise<boolean> => {
    const [form = '', label = ''] = name.split(': ');
    const list = page.getByRole('form', { name: form, exact: true }).getByLabel(label, { exact: true });
    return (await list.getByRole('option').count()) > 1;
  };

describe('with keys alone', () => {
  it.each(CLIENT_PAGES)(
    'every field of every form on $name is come to, and takes what is written',
    async ({ account, open }) => {
      const { page } = await openAs(account(stay.patient), open);
      const controls = await controlsOn(page);
      const { reached, deaf } = await walkByKeys(page, hasChoice(page));
      expect(controls.filter((control) => !reached.includes(control))).toEqual([]);
      expect(deaf).toEqual([]);
    },
  );

  it('somebody signs in from the start page, finds a patient and orders a test', async () => {
    const page = await (await stay.newContext()).newPage();
    const { ui, password } = stay.harness.reference;
    await page.goto(ui);
    await page.getByRole('heading', { name: 'Personal', exact: true }).waitFor();
    await pressTo(page, 'Tab', 'Malte Kulissholm, dag, läkare, Medicinavdelning 3 SÄS');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.activeElement?.id === 'password'`);
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor();
    await pressTo(page, 'Tab', 'Patientens personnummer');
    await page.keyboard.type(stay.patient.identifier.value);
    await page.keyboard.press('Enter');
    const tabs = page.getByRole('tablist');
    await tabs.waitFor();
    await pressTo(page, 'Tab', 'Vårdkontakt');
    await pressTo(page, 'ArrowRight', 'Prov och svar');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Ordinera prov', exact: true });
    await form
      .getByLabel('Laboratorium', { exact: true })
      .getByRole('option')
      .first()
      .waitFor({ state: 'attached' });
    await pressTo(page, 'Tab', 'Signera');
    await page.keyboard.press('Enter');
    await form.getByRole('status').filter({ hasText: 'Klart:' }).waitFor();
    await page.context().close();
  });
});

async function openAs(account: string, open: (typeof CLIENT_PAGES)[number]['open']): Promise<Screen> {
  const screen = await stay.screenOf(account);
  await open(screen, stay.patient);
  return screen;
}
