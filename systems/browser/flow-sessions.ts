import { type Attachment, SystemError } from '../care-system.ts';
import { beginRecording, forgetRecording, keepRecording, type RecordingPlace } from './recording.ts';
import type { Session, SessionPool, SignedIn } from './session-pool.ts';

interface Taken<S extends SignedIn> {
  readonly session: Session<S>;
  /** Staff stay signed in for the next flow; a patient is gone with the flow. */
  readonly returns: boolean;
}

/** The sessions that one flow has while it runs, one an account. */
export class FlowSessions<S extends SignedIn> {
  readonly #instance: string;
  readonly #pool: SessionPool<S>;
  readonly #taken = new Map<string, Promise<Taken<S>>>();
  #suspect = false;

  constructor(instance: string, pool: SessionPool<S>) {
    this.#instance = instance;
    this.#pool = pool;
  }

  /** The screen of an account in this flow, signed in and recorded from its first step here. */
  async screen(account: string, returns: boolean): Promise<S> {
    let taken = this.#taken.get(account);
    if (taken === undefined) {
      taken = this.#take(account, returns);
      this.#taken.set(account, taken);
      taken.catch(() => this.#taken.delete(account));
    }
    return (await taken).session.screen;
  }

  /** Something broke in a page of this flow: none of its sessions goes on to another. */
  suspect(): void {
    this.#suspect = true;
  }

  /**
   * Gives the sessions back.
   * @param place where recordings are kept; they are forgotten when absent
   */
  async end(place: RecordingPlace | undefined): Promise<readonly Attachment[]> {
    const taken = await Promise.all(this.#taken.values());
    const attachments: Attachment[] = [];
    for (const { session, returns } of taken) {
      if (place === undefined) await forgetRecording(session);
      else attachments.push(...(await keepRecording(session, place)));
      if (returns && !this.#suspect && (await canRest(session))) await this.#pool.giveBack(session);
      else await this.#pool.drop(session);
    }
    return attachments;
  }

  async #take(account: string, returns: boolean): Promise<Taken<S>> {
    const session = await this.#pool.take(account);
    await beginRecording(session, this.#instance);
    return { session, returns };
  }
}

/** Leaves the page where the next flow can begin; false when the page no longer lets itself be used. */
async function canRest({ screen }: Session): Promise<boolean> {
  try {
    await screen.rest();
    return true;
  } catch (error) {
    if (error instanceof SystemError) return false;
    throw error;
  }
}
