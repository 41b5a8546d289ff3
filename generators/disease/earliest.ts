import type { Minute } from '../history/calendar.ts';

/**
 * Which of many waiting things comes first, as a tournament: each plays its neighbour, the winners play one another, and
 * when one gets a new time only its own matches are played again. Of two at the same time, the one with the lower
 * position comes first.
 */
export class Earliest {
  readonly #size: number;
  readonly #at: Float64Array;
  /** The winner of each match; a match's two sides are at twice its place and one after, the things themselves last. */
  readonly #winner: Int32Array;

  constructor(count: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    this.#at = new Float64Array(this.#size).fill(Number.POSITIVE_INFINITY);
    this.#winner = new Int32Array(2 * this.#size);
    for (let n = 0; n < this.#size; n++) this.#winner[this.#size + n] = n;
  }

  /** Everybody's times at once: those of a new life. */
  begin(things: readonly { readonly next: Minute }[]): void {
    for (let n = 0; n < things.length; n++) this.#at[n] = things[n]?.next ?? Number.POSITIVE_INFINITY;
    for (let match = this.#size - 1; match > 0; match--) this.#play(match);
  }

  get first(): number {
    return this.#winner[1] as number;
  }

  /** The thing at a position now waits for another time. */
  move(position: number, at: Minute): void {
    this.#at[position] = at;
    for (let match = (this.#size + position) >> 1; match > 0; match >>= 1) this.#play(match);
  }

  #play(match: number): void {
    const left = this.#winner[2 * match] as number;
    const right = this.#winner[2 * match + 1] as number;
    this.#winner[match] = (this.#at[right] as number) < (this.#at[left] as number) ? right : left;
  }
}
