import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright';
import type { PictureWithheld } from '../../domain/lab-evidence.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import type { Wanted } from '../../lab/pictures.ts';
import { type LabContact, NotOfLab } from './lab-contact.ts';
import { pictureOf } from './picture.ts';

/** As the lab's own pages. */
const TRY_AGAIN_AFTER: Milliseconds = 2 * SECOND;

export interface WorkstationOptions {
  readonly contact: LabContact;
  readonly browser: Browser;
  /** Whether the size of its window is the page's; a browser without one has a usual screen. */
  readonly hasWindow: boolean;
  /** Told when contact with the lab is lost and found. */
  readonly onContact: (isThere: boolean) => void;
}

interface Taken {
  readonly wanted: Wanted;
  readonly shown: Buffer | PictureWithheld;
}

/**
 * A participant's browser under Genrep: it stands at the care system, and what it shows is kept when the lab says that
 * something happened to a card of its place. What the lab has not taken is sent again, and counts once.
 */
export class Workstation {
  readonly #options: WorkstationOptions;
  readonly #context: BrowserContext;
  readonly page: Page;
  readonly #unsent = new Map<string, Taken>();
  #looking: Promise<void> = Promise.resolve();

  private constructor(options: WorkstationOptions, context: BrowserContext, page: Page) {
    this.#options = options;
    this.#context = context;
    this.page = page;
  }

  /** Opens the browser at the care system. */
  static async open(options: WorkstationOptions): Promise<Workstation> {
    const { browser, contact, hasWindow } = options;
    const context = await browser.newContext({
      viewport: hasWindow ? null : { width: 1440, height: 900 },
      locale: 'sv-SE',
    });
    const page = await context.newPage();
    // One that does not answer yet shows so itself, and may be loaded again by the one who sits there.
    await page.goto(contact.place.pages).catch(() => undefined);
    return new Workstation(options, context, page);
  }

  /** Follows the lab until it is stopped or the browser is closed; rejects when the lab does not know it any more. */
  async follow(signal: AbortSignal): Promise<void> {
    const { browser, contact, onContact } = this.#options;
    const closed = new AbortController();
    const refused = Promise.withResolvers<never>();
    refused.promise.catch(() => undefined);
    browser.once('disconnected', () => closed.abort());
    this.#context.once('close', () => closed.abort());
    this.#context.on('page', (page) => this.#closeWithLast(page, closed));
    this.#closeWithLast(this.page, closed);
    const until = AbortSignal.any([signal, closed.signal]);
    let isThere = true;
    const look = (): void => {
      this.#looking = this.#looking
        .then(() => this.#look())
        .catch(async (error: unknown) => {
          if (error instanceof NotOfLab) return refused.reject(error);
          // A page on its way to another, or a lab that is away: both are asked again.
          await pause(TRY_AGAIN_AFTER, undefined, { signal: until }).then(look, () => undefined);
        });
    };
    const heard = (): void => {
      if (!isThere) onContact(true);
      isThere = true;
      look();
    };
    while (!until.aborted) {
      await Promise.race([contact.listen(until, heard).catch(() => undefined), refused.promise]);
      if (until.aborted) break;
      if (isThere) onContact(false);
      isThere = false;
      await pause(TRY_AGAIN_AFTER, undefined, { signal: until }).catch(() => undefined);
    }
    await this.#looking;
  }

  #closeWithLast(page: Page, closed: AbortController): void {
    page.once('close', () => {
      if (this.#context.pages().length === 0) closed.abort();
    });
  }

  /** First all pictures, while the page still shows it; then they are sent. */
  async #look(): Promise<void> {
    const { contact } = this.#options;
    const { pages } = contact.place;
    for (const wanted of await contact.wanted()) {
      const id = `${wanted.card} ${wanted.at}`;
      if (this.#unsent.has(id)) continue;
      const shown = await pictureOf(this.#context, { pages, largest: contact.largest });
      this.#unsent.set(id, { wanted, shown });
    }
    for (const [id, { wanted, shown }] of this.#unsent) {
      await contact.keep(wanted, shown);
      this.#unsent.delete(id);
    }
  }
}
