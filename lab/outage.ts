import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import { SystemError } from '../systems/care-system.ts';
import type { Lab } from './lab.ts';

/** How often a system that is silent is asked again. */
const ASK_AGAIN_AFTER: Milliseconds = SECOND;

/** Why the clock is held where the lab holds it by itself. */
const SILENT = 'Systemet svarar inte. Klockan står tills det svarar igen.';

/** A system that dies in mid-session holds the lab's clock, and says so, until it answers again. */
export class Outage {
  readonly #lab: Lab;
  readonly #clock: Timekeeper;

  constructor(lab: Lab, clock: Timekeeper) {
    this.#lab = lab;
    this.#clock = clock;
  }

  /** What the system answers, or undefined when it did not. */
  async look<T>(what: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await what();
      await this.#over();
      return answer;
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      await this.#begun();
      return undefined;
    }
  }

  /**
   * Does something when the system can be reached: where nobody was there nothing can have been done, so it is tried
   * again. Whatever else goes wrong is told to the one who asked.
   */
  async waitingOut<T>(what: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await what();
        await this.#over();
        return answer;
      } catch (error) {
        if (!(error instanceof SystemError) || error.kind !== 'unreachable') throw error;
        await this.#begun();
        await this.#clock.pause(ASK_AGAIN_AFTER);
      }
    }
  }

  async #begun(): Promise<void> {
    if (!this.#lab.state.clock.isHeld)
      await this.#lab.record({ type: 'lab-clock', change: 'held', why: SILENT });
  }

  async #over(): Promise<void> {
    const { isHeld, why } = this.#lab.state.clock;
    if (isHeld && why === SILENT)
      await this.#lab.record({ type: 'lab-clock', change: 'continued', why: SILENT });
  }
}
