/** Lets so many go on at the same time; the others wait for their turn, first come first served. */
export class Lanes {
  #free: number;
  #isClosed = false;
  readonly #waiting: PromiseWithResolvers<void>[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves when there is room; rejects when the lanes are closed before that. */
  async enter(): Promise<void> {
    if (this.#isClosed) throw closed();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    this.#waiting.push(turn);
    await turn.promise;
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next.resolve();
  }

  /** Lets nobody in any more. */
  close(): void {
    this.#isClosed = true;
    for (const turn of this.#waiting.splice(0)) turn.reject(closed());
  }
}

const closed = (): Error => new Error('The lanes are closed.');
