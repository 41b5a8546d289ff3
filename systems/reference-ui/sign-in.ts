import type { BrowserContext, Page } from 'playwright';
import { onPagesOf } from '../browser-sign-in/on-pages.ts';
import { SystemError } from '../care-system.ts';
import type { SignInProfile } from '../sign-in-profile.ts';
import { ANSWERED, appear, looking, shownText } from './screen/looking.ts';
import { Screen } from './screen/screen.ts';

/** What somebody does on the page where people sign in. */
export type SigningIn = (page: Page, account: string) => Promise<void>;

/** As the profile says; undefined where nobody signs in on pages by it. */
export function signingInOf(signIn: SignInProfile): SigningIn | undefined {
  if (signIn.method === 'password') return withPassword(signIn.password);
  if (signIn.method !== 'authorization-code') return undefined;
  const { act } = onPagesOf(signIn);
  return (page, account) => act(page, account, ANSWERED);
}

/** By the form of the reference environment. */
export const withPassword =
  (password: string): SigningIn =>
  async (page, account) => {
    await page.getByLabel('Användarnamn', { exact: true }).fill(account, { timeout: ANSWERED });
    await page.getByLabel('Lösenord', { exact: true }).fill(password, { timeout: ANSWERED });
    await page.getByRole('button', { name: 'Logga in', exact: true }).click({ timeout: ANSWERED });
  };

/** Signs one person in and leaves them at their first page. */
export async function signIn(
  context: BrowserContext,
  address: string,
  account: string,
  signingIn: SigningIn,
): Promise<Screen> {
  const page = await context.newPage();
  await looking('inloggningen', async () => {
    await page.goto(address, { timeout: ANSWERED });
    await page.getByRole('button', { name: 'Logga in', exact: true }).click({ timeout: ANSWERED });
    await signingIn(page, account);
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
