import type { Key } from './key.ts';

/** Tables by the first bits of the key, so that growing one moves little. */
const TABLES = 256;
const SMALLEST = 64;
/** Slots that may be taken before a table grows. */
const FULL = 0.7;

/** Remembers keys, eight bytes each. */
export class KeySet {
  readonly #tables = Array.from({ length: TABLES }, () => new Table(SMALLEST));

  /** Whether the key was new. */
  add(key: Key): boolean {
    return this.#tableOf(key).add(key.high, key.low);
  }

  has(key: Key): boolean {
    return this.#tableOf(key).has(key.high, key.low);
  }

  /** Forgets all keys; their room is kept. */
  clear(): void {
    for (const table of this.#tables) table.clear();
  }

  #tableOf({ high }: Key): Table {
    return this.#tables[high >>> 24] as Table;
  }
}

/** Open addressing; a second word of 0 means an empty slot. */
class Table {
  #words: Int32Array;
  #used = 0;

  constructor(slots: number) {
    this.#words = new Int32Array(2 * slots);
  }

  has(high: number, low: number): boolean {
    return this.#words[2 * this.#slotOf(high, low) + 1] !== 0;
  }

  add(high: number, low: number): boolean {
    const slot = this.#slotOf(high, low);
    if (this.#words[2 * slot + 1] !== 0) return false;
    this.#words[2 * slot] = high;
    this.#words[2 * slot + 1] = low;
    this.#used += 1;
    if (this.#used > (FULL * this.#words.length) / 2) this.#grow();
    return true;
  }

  clear(): void {
    if (this.#used > 0) this.#words.fill(0);
    this.#used = 0;
  }

  /** Where the key is, or the empty slot where it would be. */
  #slotOf(high: number, low: number): number {
    const words = this.#words;
    const mask = words.length / 2 - 1;
    let slot = low & mask;
    while (words[2 * slot + 1] !== 0 && (words[2 * slot + 1] !== low || words[2 * slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Int32Array(2 * old.length);
    for (let place = 0; place < old.length; place += 2) {
      const [high, low] = [old[place] as number, old[place + 1] as number];
      if (low === 0) continue;
      const slot = this.#slotOf(high, low);
      this.#words[2 * slot] = high;
      this.#words[2 * slot + 1] = low;
    }
  }
}
