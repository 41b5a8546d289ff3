import type { Browser, BrowserContext } from 'playwright';
import type { Screen } from './screen/screen.ts';
import { signIn } from './sign-in.ts';

/** Somebody signed in, in a browser context of their own. One flow at a time has it. */
export interface Session {
  readonly account: string;
  readonly context: BrowserContext;
  readonly screen: Screen;
}

/** Keeps people signed in between flows, so that each signs in as few times as possible. */
export class SessionPool {
  readonly #browser: Browser;
  readonly #signIn: (context: BrowserContext, account: string) => Promise<Screen>;
  readonly #keep: number;
  readonly #pageSnapshots: boolean;
  /** Least lately used first. */
  readonly #idle: Session[] = [];

  /** @param options.keep how many idle sessions stay signed in */
  constructor(options: {
    readonly browser: Browser;
    readonly address: string;
    readonly password: string;
    readonly keep: number;
    readonly pageSnapshots: boolean;
  }) {
    const { browser, address, password, keep, pageSnapshots } = options;
    this.#browser = browser;
    this.#keep = keep;
    this.#pageSnapshots = pageSnapshots;
    this.#signIn = (context, account) => signIn(context, address, account, password);
  }

  /** A session of this account that nobody else has; signs in when there is none. */
  async take(account: string): Promise<Session> {
    const index = this.#idle.findLastIndex((session) => session.account === account);
    const [idle] = index < 0 ? [] : this.#idle.splice(index, 1);
    if (idle !== undefined) return idle;
    const context = await this.#browser.newContext({
      locale: 'sv-SE',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    await context.tracing.start({ snapshots: this.#pageSnapshots, screenshots: false, sources: false });
    try {
      return { account, context, screen: await this.#signIn(context, account) };
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Gives a session back for others to use. */
  async giveBack(session: Session): Promise<void> {
    this.#idle.push(session);
    const surplus = this.#idle.splice(0, Math.max(0, this.#idle.length - this.#keep));
    await Promise.all(surplus.map(({ context }) => context.close()));
  }

  /** For a session that may be in a state that the next flow must not begin in. */
  async drop({ context }: Session): Promise<void> {
    await context.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ context }) => context.close()));
  }
}
