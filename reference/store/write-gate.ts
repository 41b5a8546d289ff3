/**
 * Lets one transaction at a time hold the writing connection across awaits, and single writes slip in between whole ones
 * only. Also keeps conditional writes on one criterion one after the other.
 */
export class WriteGate {
  #held: Promise<void> | undefined;
  readonly #queues = new Map<string, Promise<unknown>>();

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Runs synchronous work as soon as no transaction is under way. */
  async briefly<T>(work: () => T): Promise<T> {
    while (this.#held !== undefined) await this.#held;
    return work();
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held !== undefined) await this.#held;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    try {
      return await work();
    } finally {
      this.#held = undefined;
      resolve();
    }
  }

  /** Runs work of the same key in the order it came. */
  async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    this.#queues.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(key) === mine) this.#queues.delete(key);
    }
  }
}
