import type { Fact } from '../history/facts.ts';

/** Ids of one person's resources: 'p-000042', '000042-hypertoni-3' (a contact), '000042-hypertoni-3-0' (written in it). */
export class Ids {
  readonly #slugs: readonly string[];
  #person = '';

  constructor(slugs: readonly string[]) {
    this.#slugs = slugs;
  }

  /** Begins the ids of a person, by key. */
  of(key: string): this {
    this.#person = key.slice(2);
    return this;
  }

  fact({ kind, module, entry, place }: Fact): string {
    const entered = `${this.#person}-${this.#slugs[module]}-${entry}`;
    return kind === 'contact' ? entered : `${entered}-${place}`;
  }

  own(suffix: string): string {
    return `${this.#person}-${suffix}`;
  }
}
