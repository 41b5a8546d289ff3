import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { findBrowser } from '../../systems/browser/browser.ts';

/** A telephone or tablet: a browser with a profile on disk, which outlives the browser. */
export class Device {
  readonly #origin: string;
  readonly #port: number;
  readonly #profile: string;
  #running: { readonly child: ChildProcess; readonly browser: Browser } | undefined;

  private constructor(origin: string, port: number, profile: string) {
    this.#origin = origin;
    this.#port = port;
    this.#profile = profile;
  }

  /**
   * @param origin of the reference environment, as the browser writes it
   * @param port where the browser is led when it asks there: the near end of a line
   */
  static async take(origin: string, port: number): Promise<Device> {
    const device = new Device(origin, port, await mkdtemp(join(tmpdir(), 'genrep-device-')));
    await device.start();
    return device;
  }

  async start(): Promise<void> {
    const { host } = new URL(this.#origin);
    const child = spawn(
      findBrowser(),
      [
        '--headless',
        '--no-sandbox',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-quic',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.#profile}`,
        `--host-resolver-rules=MAP ${host} 127.0.0.1:${this.#port}`,
        '--window-size=390,844',
        'about:blank',
      ],
      // A group of its own: what is on the path may be a script that starts the browser.
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    this.#running = { child, browser: await chromium.connectOverCDP(await addressOf(child)) };
  }

  get context(): BrowserContext {
    const context = this.#running?.browser.contexts()[0];
    if (context === undefined) throw new Error('The device is off.');
    return context;
  }

  /** The app, opened; signed in where that is told. */
  async open(account?: { readonly userName: string; readonly password: string }): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.#origin}/home-care/`);
    if (account !== undefined) await signIn(page, account);
    return page;
  }

  /** Switched off and on as people do it: the browser ends, and what it holds is on the disk. */
  async restart(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    const exit = once(running.child, 'exit');
    const session = await running.browser.newBrowserCDPSession();
    await session.send('Browser.close');
    await exit;
    await this.start();
  }

  /**
   * The battery is empty: nothing is closed, nothing is said. What a page had put on the disk is there when it starts again; a
   * headless Chromium has forgotten its service workers, so that the app is fetched anew.
   */
  async die(): Promise<void> {
    const child = this.#running?.child;
    this.#running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await exit;
  }

  async close(): Promise<void> {
    await this.die();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export async function signIn(
  page: Page,
  { userName, password }: { readonly userName: string; readonly password: string },
): Promise<void> {
  await page.getByRole('button', { name: /^Logga in( igen)?$/ }).click();
  await page.getByLabel('Användarnamn', { exact: true }).fill(userName);
  await page.getByLabel('Lösenord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.getByText('Nät finns', { exact: true }).waitFor();
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('The browser has no standard error.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error(`The browser ended with exit code ${child.exitCode} before it listened.`);
}
