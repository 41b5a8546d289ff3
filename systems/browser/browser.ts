import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { InputError } from '../../domain/input-error.ts';

/** No browser that Playwright can drive was found; the message says how to get one. */
export class BrowserMissing extends InputError {
  constructor(tried: readonly string[]) {
    super(
      `Ingen webbläsare hittades (letade efter ${tried.join(', ')}). Installera en med ` +
        '"npx playwright install --with-deps chromium" eller peka ut en med miljövariabeln GENREP_BROWSER.',
    );
    this.name = 'BrowserMissing';
  }
}

const HEADLESS = 'chromium-headless-shell';
const NAMES = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome'];

/** Keeps the browser from speaking to anybody but the system under test. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * The browser to drive: what GENREP_BROWSER names, Playwright's own, or one installed on the machine; where it must have a
 * window, none that cannot have one.
 * @throws {@link BrowserMissing}
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  { hasWindow = false }: { readonly hasWindow?: boolean } = {},
): string {
  const named = environment.GENREP_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new BrowserMissing([`GENREP_BROWSER=${named}`]);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = hasWindow ? NAMES.filter((name) => name !== HEADLESS) : NAMES;
  const installed = names.flatMap((name) => ['/usr/bin', ...folders].map((folder) => join(folder, name)));
  const found = [chromium.executablePath(), ...installed].find(existsSync);
  if (found === undefined) throw new BrowserMissing([chromium.executablePath(), ...names]);
  return found;
}

/** Starts the browser in a window, for a person; without the bar that says that it is automated, as at any workstation. */
export const showBrowser = (browser: string): Promise<Browser> =>
  chromium.launch({
    ...{ executablePath: browser, headless: false, ignoreDefaultArgs: ['--enable-automation'] },
    args: [...QUIET, ...asRoot(), '--start-maximized'],
  });

/**
 * Starts the browser without a window. It gives way to other programs where the machine can tell them apart: pages are
 * what costs most, and what the system under test answers must not wait for them when both are on one machine.
 */
export function launchBrowser(browser: string): Promise<Browser> {
  const args = [...QUIET, ...asRoot()];
  if (process.platform === 'win32') return chromium.launch({ executablePath: browser, args });
  return chromium.launch({
    executablePath: GIVE_WAY,
    args,
    env: { ...process.env, GENREP_GIVES_WAY: browser },
  });
}

const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

const GIVE_WAY = join(import.meta.dirname, 'give-way.sh');
