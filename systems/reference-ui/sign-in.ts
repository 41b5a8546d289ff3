import type { BrowserContext } from 'playwright';
import { SystemError } from '../care-system.ts';
import { ANSWERED, appear, looking, shownText } from './screen/looking.ts';
import { Screen } from './screen/screen.ts';

/** Signs one person in by the form and leaves them at their first page. */
export async function signIn(
  context: BrowserContext,
  address: string,
  account: string,
  password: string,
): Promise<Screen> {
  const page = await context.newPage();
  await looking('inloggningen', async () => {
    await page.goto(address, { timeout: ANSWERED });
    await page.getByRole('button', { name: 'Logga in', exact: true }).click({ timeout: ANSWERED });
    await page.getByLabel('Användarnamn', { exact: true }).fill(account, { timeout: ANSWERED });
    await page.getByLabel('Lösenord', { exact: true }).fill(password, { timeout: ANSWERED });
    await page.getByRole('button', { name: 'Logga in', exact: true }).click({ timeout: ANSWERED });
  });
  const menu = page.getByRole('navigation', { name: 'Huvudmeny' });
  const refused = page.getByRole('alert');
  await looking('första sidan efter inloggningen', () => appear(menu.or(refused), ANSWERED));
  if ((await menu.count()) === 0) {
    throw new SystemError(
      'sign-in',
      `${account} kunde inte logga in: ${(await shownText(refused.first())).trim()}`,
    );
  }
  return new Screen(page);
}
