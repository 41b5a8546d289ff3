/** Tables by the first bits of the hash, so that growing one moves little. */
const TABLES = 256;
const SMALLEST = 64;
/** Slots that may be taken before a table grows. */
const FULL = 0.7;

/**
 * Remembers texts by 64 bits of hash, eight bytes each, so that hundreds of millions of ids can be told apart: among
 * 300 million, two different ones meet with a chance of one in four hundred.
 */
export class IdSet {
  readonly #tables = Array.from({ length: TABLES }, () => new Table(SMALLEST));

  /** Whether the text was new. */
  add(text: string): boolean {
    let high = 0x811c9dc5;
    let low = 0x9e3779b9;
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x85ebca6b);
      low ^= low >>> 15;
    }
    high = mixed(high ^ low);
    low = mixed(low + high);
    const table = this.#tables[high >>> 24];
    if (table === undefined) throw new RangeError('A hash has 256 first bytes.');
    return table.add(high, low === 0 ? 1 : low);
  }
}

function mixed(word: number): number {
  let value = word ^ (word >>> 16);
  value = Math.imul(value, 0x7feb352d);
  value ^= value >>> 15;
  value = Math.imul(value, 0x846ca68b);
  return (value ^ (value >>> 16)) | 0;
}

/** Open addressing; a second word of 0 means an empty slot. */
class Table {
  #words: Int32Array;
  #used = 0;

  constructor(slots: number) {
    this.#words = new Int32Array(2 * slots);
  }

  add(high: number, low: number): boolean {
    if (!this.#put(high, low)) return false;
    this.#used += 1;
    if (this.#used > (FULL * this.#words.length) / 2) this.#grow();
    return true;
  }

  #put(high: number, low: number): boolean {
    const words = this.#words;
    const mask = words.length / 2 - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const there = words[2 * slot + 1];
      if (there === 0) {
        words[2 * slot] = high;
        words[2 * slot + 1] = low;
        return true;
      }
      if (there === low && words[2 * slot] === high) return false;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Int32Array(2 * old.length);
    for (let slot = 0; slot < old.length; slot += 2) {
      const low = old[slot + 1] ?? 0;
      if (low !== 0) this.#put(old[slot] ?? 0, low);
    }
  }
}
