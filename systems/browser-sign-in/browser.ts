import type { Browser, Page } from 'playwright';

/** Somebody's visit to the pages where people sign in. */
export interface Visit {
  readonly page: Page;
  /** Comes when the provider has sent them back: the whole address, with what it told. */
  readonly back: Promise<string>;
}

/** A browser that people sign in with, each in a window of their own that nobody else ever sees. */
export interface SignInBrowser {
  /** @param redirectUri where the provider sends people back to; the browser is stopped on its way there */
  visit<T>(redirectUri: string, act: (visit: Visit) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Started when the first signs in. One signs in at a time: several at once are no faster on the machines that robots have. */
export function createSignInBrowser(): SignInBrowser {
  let running: Browser | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function browser(): Promise<Browser> {
    if (running?.isConnected()) return running;
    // Not loaded where nobody signs in on pages: it brings a whole browser's protocol with it.
    const { findBrowser, launchBrowser } = await import('../browser/browser.ts');
    const launched = await launchBrowser(findBrowser());
    running = launched;
    return launched;
  }

  async function visitAlone<T>(redirectUri: string, act: (visit: Visit) => Promise<T>): Promise<T> {
    const context = await (await browser()).newContext({ locale: 'sv-SE', serviceWorkers: 'block' });
    try {
      const page = await context.newPage();
      return await act({ page, ...(await stopAt(page, redirectUri)) });
    } finally {
      await context.close();
    }
  }

  return {
    visit(redirectUri, act) {
      const visited = last.then(() => visitAlone(redirectUri, act));
      last = visited.catch(() => undefined);
      return visited;
    },
    async close() {
      await last;
      await running?.close();
      running = undefined;
    },
  };
}

/**
 * Stops the browser on its way back, so that the code goes to nobody but the one who asked for it. Playwright's own routes
 * are not asked about what a redirect leads to; the browser's protocol is.
 */
async function stopAt(page: Page, redirectUri: string): Promise<{ readonly back: Promise<string> }> {
  const devTools = await page.context().newCDPSession(page);
  const { promise: back, resolve, reject } = Promise.withResolvers<string>();
  devTools.on('Fetch.requestPaused', ({ requestId, request: { url } }) => {
    devTools.send('Fetch.fulfillRequest', { requestId, ...EMPTY_PAGE }).then(() => resolve(url), reject);
  });
  const urlPattern = `${redirectUri.replaceAll(/[*?\\]/g, '\\$&')}*`;
  await devTools.send('Fetch.enable', { patterns: [{ urlPattern, requestStage: 'Request' }] });
  return { back };
}

const EMPTY_PAGE = { responseCode: 200, responseHeaders: [{ name: 'content-type', value: 'text/html' }] };
