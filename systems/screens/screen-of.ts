import type { BrowserContext, Page } from 'playwright';
import type { SignedIn } from '../browser/session-pool.ts';
import { SystemError } from '../care-system.ts';
import type { InPage } from './page/in-page.ts';
import { firstShown, wordsOf } from './page/part.ts';
import { settled } from './page/settled.ts';
import { walk } from './page/steps.ts';

/** A foreign client as one person sees it; what is done there begins by going somewhere. */
export interface ForeignScreen extends SignedIn {
  readonly page: Page;
}

/**
 * Opens the client in a browser context and signs somebody in, where the file says how.
 * @param inPage what the file says, in a page
 */
export async function openClient(
  context: BrowserContext,
  account: string,
  inPage: (page: Page) => InPage,
): Promise<ForeignScreen> {
  const page = await context.newPage();
  const at = inPage(page);
  await settled(at, `när ${at.address} öppnades`, () =>
    page.goto(at.address, { timeout: at.patience.answered }),
  );
  const { signIn } = at.written.screens;
  if (signIn !== undefined) {
    await walk(at, signIn.steps, ['signIn', 'steps']);
    const { done, refused } = signIn;
    const parts = {
      ...(refused === undefined ? {} : { refused: { part: refused, path: ['signIn', 'refused'] } }),
      done: { part: done, path: ['signIn', 'done'] },
    };
    const shown = await firstShown(at, parts, at.patience.answered);
    if (shown !== 'done') {
      const said =
        shown === 'refused' && refused !== undefined
          ? await wordsOf(at, refused, ['signIn', 'refused'])
          : 'sidan sade varken ja eller nej.';
      throw new SystemError('sign-in', `${account} kunde inte logga in: ${said}`);
    }
  }
  return { page, rest: async () => undefined };
}
