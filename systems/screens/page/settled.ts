import { errors, type Page, type Request, type Response } from 'playwright';
import { SystemError } from '../../care-system.ts';
import type { InPage } from './in-page.ts';

/** What a page asks its server for when it is to show something else. */
const ASKED_FOR: ReadonlySet<string> = new Set(['document', 'xhr', 'fetch']);

/**
 * Does something in a page and waits until what that made the page ask its server for has been answered, so that nothing
 * is read of what the page showed before.
 * @param what 'när ”Save” trycktes (our-screens.yaml:12)'
 */
export async function settled(at: InPage, what: string, act: () => Promise<unknown>): Promise<void> {
  const { page, patience } = at;
  const open = new Set<Request>();
  let broken: number | undefined;
  let wake: () => void = () => {};
  const begun = (request: Request): void => {
    if (ASKED_FOR.has(request.resourceType())) open.add(request);
  };
  const ended = (request: Request): void => {
    open.delete(request);
    wake();
  };
  const answered = (response: Response): void => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && response.status() >= 500)
      broken = response.status();
  };
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended).on('response', answered);
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), patience.answered);
  try {
    await act();
    await rendered(page, patience.answered);
    while (open.size > 0) {
      const more = new Promise<'more'>((resolve) => {
        wake = () => resolve('more');
      });
      if ((await Promise.race([more, late.promise])) === 'late') {
        throw new SystemError('timeout', `Sidan blev inte färdig ${what}.`);
      }
      await rendered(page, patience.answered);
    }
  } catch (error) {
    throw inWords(error, what);
  } finally {
    clearTimeout(timer);
    page
      .off('request', begun)
      .off('requestfinished', ended)
      .off('requestfailed', ended)
      .off('response', answered);
  }
  if (broken !== undefined) {
    throw new SystemError('broken-answer', `Servern svarade med fel ${broken} ${what}.`);
  }
}

/** Waits until the page has drawn what it knows; a page that gave way to another meanwhile is waited for anew. */
async function rendered(page: Page, timeout: number): Promise<void> {
  for (;;) {
    await page.waitForLoadState('domcontentloaded', { timeout });
    try {
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      return;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('Execution context was destroyed'))) throw error;
    }
  }
}

/** What went wrong with the page, as one sentence for a person. */
function inWords(error: unknown, what: string): unknown {
  if (!(error instanceof Error) || error instanceof SystemError) return error;
  if (error.message.includes('net::ERR_')) {
    return new SystemError('unreachable', `Sidan gick inte att nå ${what}.`, { cause: error });
  }
  if (error instanceof errors.TimeoutError) {
    return new SystemError('broken-answer', `Sidan gick inte att använda ${what}.`, { cause: error });
  }
  return error;
}
