import { accountFrom } from '../session/account.ts';
import { beginSignIn, completeSignIn, type SigningIn, userInfo } from '../session/oidc.ts';
import type { Entry, Kind } from './entries/entry.ts';
import type { Stamp } from './entries/marks.ts';
import type { Kept } from './kept/database.ts';
import { changeDevice, type Device, deviceIn, rightNow } from './kept/device.ts';
import { entriesIn, keep, seen } from './kept/outbox.ts';
import { type Visit, visitsIn } from './kept/round.ts';
import { type Contact, synchronise } from './sync/synchronise.ts';

/** All that pages show, as it is kept on the device. */
export interface Known {
  readonly device: Device;
  readonly visits: readonly Visit[];
  readonly entries: readonly Entry[];
  /** Undefined until the first try has ended. */
  readonly contact: Contact | undefined;
}

const APP: SigningIn = { callback: '/home-care/callback', asksAgain: false };
/** Where several share a device, whoever signs out is not let in again without being asked. */
const ASKING: SigningIn = { ...APP, asksAgain: true };
const ASKS = 'genrep.home-care.asks';

/** How often what waits is tried, and how old the round may be, in milliseconds. */
const RETRY = 3_000;
const STALE = 60_000;

/** Told in other tabs of the same device that what is kept has changed. */
const CHANGES = 'genrep-home-care';

/** The app without its pages: what is kept, and what is on its way. */
export class HomeCare {
  readonly #kept: Kept;
  readonly #listeners = new Set<() => void>();
  readonly #changes = new BroadcastChannel(CHANGES);
  #known: Known;
  #running: Promise<Contact> | undefined;

  private constructor(kept: Kept, known: Known) {
    this.#kept = kept;
    this.#known = known;
    this.#changes.onmessage = () => void this.#reload();
  }

  static async open(kept: Kept): Promise<HomeCare> {
    return new HomeCare(kept, await knownIn(kept, undefined));
  }

  get known(): Known {
    return this.#known;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries whenever it may help: that the browser says it is on line is a hint and no more. */
  begin(): void {
    addEventListener('online', () => void this.synchronise());
    document.addEventListener('visibilitychange', () => document.hidden || void this.synchronise());
    setInterval(() => this.#isDue() && void this.synchronise(), RETRY);
    void this.synchronise();
  }

  /** @returns how it went, once it is over */
  synchronise(): Promise<Contact> {
    this.#running ??= this.#synchronised().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * Keeps what was done, and sends it as soon as that can be done. Ends when it is on the device's disk.
   * @param make the thing, stamped with the id and time that it is given
   */
  async write(about: Pick<Visit, 'id' | 'person'>, made: Writing): Promise<void> {
    const device = await deviceIn(this.#kept);
    const author = device.signIn?.userName;
    if (author === undefined) throw new Error('Nobody is signed in on this device.');
    const now = Date.now();
    const stamp = {
      id: crypto.randomUUID(),
      at: rightNow(device, now),
      deviceTime: new Date(now).toISOString(),
    };
    const entry: Entry = {
      ...{
        id: stamp.id,
        kind: made.kind,
        visit: about.id,
        patient: about.person.reference,
        author,
        at: stamp.at,
      },
      ...{ what: made.what(stamp), state: 'waiting', words: made.words },
    };
    await keep(this.#kept, [entry]);
    await this.#changed();
    void this.synchronise();
  }

  /** Somebody has read what came of it and has seen to it. */
  async seen(entry: Entry): Promise<void> {
    await seen(this.#kept, entry);
    await this.#changed();
  }

  async signIn(): Promise<void> {
    await beginSignIn('/home-care/', undefined, localStorage.getItem(ASKS) === null ? APP : ASKING);
  }

  /** Back from the sign-in: whoever it was, what others have waiting stays theirs. */
  async signedIn(query: URLSearchParams): Promise<void> {
    const tokens = await completeSignIn(query, APP);
    const claims = (await userInfo(tokens.accessToken)) as { readonly sub: string };
    const account = accountFrom(claims);
    await changeDevice(this.#kept, {
      signIn: {
        ...{ account, userName: claims.sub, holds: true },
        ...{ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken },
      },
    });
    localStorage.removeItem(ASKS);
    await this.#changed();
  }

  /** The round is gone from the device with who leaves it; what waits is not. */
  async signOut(): Promise<void> {
    localStorage.setItem(ASKS, 'yes');
    await changeDevice(this.#kept, { signIn: undefined });
    await this.#kept.clear('visits');
    await this.#changed();
  }

  async #synchronised(): Promise<Contact> {
    const contact = await synchronise(this.#kept);
    this.#known = { ...this.#known, contact };
    await this.#changed();
    return contact;
  }

  #isDue(): boolean {
    const { device, entries } = this.#known;
    if (device.signIn?.holds !== true || document.hidden) return false;
    const isWaiting = entries.some(({ state }) => state === 'waiting');
    return isWaiting || Date.parse(rightNow(device, Date.now())) - Date.parse(device.inTouchAt ?? '') > STALE;
  }

  async #changed(): Promise<void> {
    await this.#reload();
    this.#changes.postMessage('changed');
  }

  async #reload(): Promise<void> {
    this.#known = await knownIn(this.#kept, this.#known.contact);
    for (const listener of this.#listeners) listener();
  }
}

/** What is to be written: of a kind, in words, as FHIR. */
export interface Writing {
  readonly kind: Kind;
  readonly words: string;
  readonly what: (stamp: Stamp) => Entry['what'];
}

async function knownIn(kept: Kept, contact: Contact | undefined): Promise<Known> {
  const [device, visits, entries] = await Promise.all([deviceIn(kept), visitsIn(kept), entriesIn(kept)]);
  return { device, visits, entries, contact };
}
