import { createHash } from 'node:crypto';
import type { ShrinkCase, ShrinkTry } from '../../domain/shrink.ts';

/** No more short runs may be made. */
export class OutOfRuns extends Error {}

export interface TriesOptions {
  /** Short runs at most. */
  readonly most: number;
  /** What was played before, in order: what was cut off goes on from it. */
  readonly known: readonly ShrinkTry[];
  /** Plays a part once and answers the keys of the causes that showed. */
  play(one: ShrinkCase, nth: number): Promise<readonly string[]>;
  /** Remembers a try, so that it is not made again. */
  remember(tried: ShrinkTry, one: ShrinkCase): Promise<void>;
}

/** The short runs of a shrinking: each part as often as is asked for, and none that was made before is made again. */
export class Tries {
  readonly #options: TriesOptions;
  readonly #tried = new Map<string, (readonly string[])[]>();
  #played: number;

  constructor(options: TriesOptions) {
    this.#options = options;
    this.#played = options.known.length;
    for (const { hash, causes } of options.known) this.#of(hash).push(causes);
  }

  /** Short runs made, those before too. */
  get played(): number {
    return this.#played;
  }

  /** The causes that showed the `nth` time a part was played, from 0. Throws OutOfRuns. */
  async nth(one: ShrinkCase, nth: number): Promise<readonly string[]> {
    const hash = hashOf(one);
    const tried = this.#of(hash);
    while (tried.length <= nth) {
      if (this.#played >= this.#options.most) throw new OutOfRuns();
      const causes = await this.#options.play(one, tried.length);
      this.#played += 1;
      tried.push(causes);
      await this.#options.remember({ hash, causes }, one);
    }
    return tried[nth] ?? [];
  }

  /** Whether a cause shows in a part, played at most so many times. Throws OutOfRuns. */
  async shows(one: ShrinkCase, cause: string, times: number): Promise<boolean> {
    for (let nth = 0; nth < times; nth++) if ((await this.nth(one, nth)).includes(cause)) return true;
    return false;
  }

  /** How often a part has shown a cause, of how many times it was played. */
  seen(one: ShrinkCase, cause: string): { readonly count: number; readonly of: number } {
    const tried = this.#of(hashOf(one));
    return { count: tried.filter((causes) => causes.includes(cause)).length, of: tried.length };
  }

  /** Which time it was, from 0, that a part first showed a cause. */
  firstThatShowed(one: ShrinkCase, cause: string): number {
    return this.#of(hashOf(one)).findIndex((causes) => causes.includes(cause));
  }

  /** All causes that a part has shown. */
  causesIn(one: ShrinkCase): ReadonlySet<string> {
    return new Set(this.#of(hashOf(one)).flat());
  }

  #of(hash: string): (readonly string[])[] {
    const tried = this.#tried.get(hash) ?? [];
    this.#tried.set(hash, tried);
    return tried;
  }
}

/** The same for the same part, whatever order its names were written in. */
export function hashOf({ instances, steps, faults, together, drawn }: ShrinkCase): string {
  const said = [instances, Object.entries(steps).toSorted(), faults, together, drawn];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
