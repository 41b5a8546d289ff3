import type { Browser, BrowserContext, Page } from 'playwright';

/** A client as one signed-in person sees it. */
export interface SignedIn {
  readonly page: Page;
  /** Leaves the page where the next flow can begin, asking nothing of the server while nobody looks at it. */
  rest(): Promise<void>;
}

/** Somebody signed in, in a browser context of their own. One flow at a time has it. */
export interface Session<S extends SignedIn = SignedIn> {
  readonly account: string;
  readonly context: BrowserContext;
  readonly screen: S;
}

/** Keeps people signed in between flows, so that each signs in as few times as possible. */
export class SessionPool<S extends SignedIn> {
  readonly #browser: Browser;
  readonly #signIn: (context: BrowserContext, account: string) => Promise<S>;
  readonly #keep: number;
  readonly #pageSnapshots: boolean;
  /** Least lately used first. */
  readonly #idle: Session<S>[] = [];

  /** @param options.keep how many idle sessions stay signed in */
  constructor(options: {
    readonly browser: Browser;
    readonly signIn: (context: BrowserContext, account: string) => Promise<S>;
    readonly keep: number;
    readonly pageSnapshots: boolean;
  }) {
    this.#browser = options.browser;
    this.#keep = options.keep;
    this.#pageSnapshots = options.pageSnapshots;
    this.#signIn = options.signIn;
  }

  /** A session of this account that nobody else has; signs in when there is none. */
  async take(account: string): Promise<Session<S>> {
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
  async giveBack(session: Session<S>): Promise<void> {
    this.#idle.push(session);
    const surplus = this.#idle.splice(0, Math.max(0, this.#idle.length - this.#keep));
    await Promise.all(surplus.map(({ context }) => context.close()));
  }

  /** For a session that may be in a state that the next flow must not begin in. */
  async drop({ context }: Session<S>): Promise<void> {
    await context.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ context }) => context.close()));
  }
}
