import { setTimeout as pause } from 'node:timers/promises';
import { Tablet } from '../../../lab/testing/tablet.ts';
import type { CareSystem } from '../../../systems/care-system.ts';
import type { Story } from './story.ts';

/** What was measured at all tablets, milliseconds each. */
export interface Measured {
  /** From when the system had done a task to when the tablet showed the card as done. */
  shown: number[];
  taps: number[];
  cards: number;
}

/** A person reads the card before the hands do it. */
const READS_FOR = 400;
/** Who sees nothing happen says that it is done. */
const WAITS_FOR = 4_000;

/** Of which card a page asks whether it is done, and how easy it was. */
const CARD = /name="do" value="said-done"><input type="hidden" name="card" value="([^"]+)"/;
const RATED = /name="do" value="ease"><input type="hidden" name="card" value="([^"]+)"/;

/** One who plays: does each card in the care system, sees it turn done, and says how easy it was. */
export class Participant {
  readonly #tablet: Tablet;
  readonly #system: CareSystem;
  readonly #story: Story;
  readonly #measured: Measured;
  #view = '';
  #changed = Promise.withResolvers<void>();

  constructor(address: string, system: CareSystem, story: Story, measured: Measured) {
    this.#tablet = new Tablet(() => address);
    this.#system = system;
    this.#story = story;
    this.#measured = measured;
  }

  async join(code: string): Promise<void> {
    await this.#tablet.enter(code);
    await this.#tablet.tap('join');
  }

  /** Plays until the session ends, from when on nobody answers any more. */
  async play(signal: AbortSignal): Promise<void> {
    const looking = this.#follow(signal);
    while (!signal.aborted)
      await this.#turn(signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    await looking;
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const card = CARD.exec(this.#view)?.[1];
    const rated = RATED.exec(this.#view)?.[1];
    if (rated !== undefined) await this.#tap('ease', { card: rated, value: '6' });
    else if (card !== undefined) await this.#do(card, signal);
    else await this.#change(signal, 1_000);
  }

  async #do(card: string, signal: AbortSignal): Promise<void> {
    this.#measured.cards += 1;
    await pause(READS_FOR);
    if (this.#measured.cards % 4 === 0) await this.#tap('help', { card });
    await this.#story.catchUp();
    const known = this.#story.taskOf(card);
    if (known === undefined) throw new Error(`The card ${card} is no task.`);
    const outcome = await this.#system.perform(known.task, known.context).catch(() => undefined);
    const doneAt = performance.now();
    while (this.#has(card) && !signal.aborted && performance.now() - doneAt < WAITS_FOR)
      await this.#change(signal, Math.max(1, WAITS_FOR - (performance.now() - doneAt)));
    const took = performance.now() - doneAt;
    await this.#story.catchUp();
    if (outcome?.status === 'done' && !this.#has(card) && this.#story.endings.get(card) === 'shown')
      this.#measured.shown.push(took);
    else if (!signal.aborted) await this.#tap('stuck', { card });
  }

  #has(card: string): boolean {
    return this.#view.includes(`name="card" value="${card}"`) && !this.#view.includes('value="ease"');
  }

  async #tap(act: string, more: Record<string, string>): Promise<void> {
    const begun = performance.now();
    await this.#tablet.tap(act, more);
    this.#measured.taps.push(performance.now() - begun);
    await this.#look();
  }

  /** As the page's own script: of many things that happen at once the last look shows all. */
  async #follow(signal: AbortSignal): Promise<void> {
    let isBehind = true;
    let isLooking = false;
    const look = async (): Promise<void> => {
      if (isLooking) return;
      isLooking = true;
      while (isBehind && !signal.aborted) {
        isBehind = false;
        await this.#look().catch(() => undefined);
      }
      isLooking = false;
    };
    const told = (): void => {
      isBehind = true;
      void look();
    };
    await this.#tablet.listen(signal, told).catch(() => undefined);
  }

  async #look(): Promise<void> {
    this.#view = (await this.#tablet.get('/view')).text;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  async #change(signal: AbortSignal, atMost: number): Promise<void> {
    const waited = new AbortController();
    await Promise.race([
      this.#changed.promise,
      pause(atMost, undefined, { signal: AbortSignal.any([signal, waited.signal]) }).catch(() => undefined),
    ]);
    waited.abort();
  }
}
