/** A stream of draws; the same key gives the same draws, and no other stream moves them. */
export interface RandomStream {
  /** Uniform in [0, 1), with 32 bits. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** One of the entries, by weight. */
  pick<T>(entries: readonly (readonly [entry: T, weight: number])[]): T;
}

/** Keeps the parts of a key apart: no part can contain it by accident. */
const SEPARATOR = '\u001f';

/**
 * A stream keyed by what it decides about: the seed of the run, the purpose of the draw ('arrival', 'name'), the entity
 * it is for and, where there are many, its index. The key is hashed to 64 bits.
 */
export function randomStream(seed: number, purpose: string, entity: string, index = 0): RandomStream {
  const next = smallFastCounting(hash64([seed, purpose, entity, index].join(SEPARATOR)));
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (entries) => pickByWeight(entries, next()) };
}

/** The 64 bits of a key as 16 hexadecimal digits: a name that tells nothing. */
export const opaqueKey = (...parts: readonly (string | number)[]): string =>
  hash64(parts.join(SEPARATOR))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');

function pickByWeight<T>(entries: readonly (readonly [T, number])[], draw: number): T {
  let total = 0;
  for (let n = 0; n < entries.length; n++) total += entries[n]?.[1] ?? 0;
  let left = draw * total;
  for (let n = 0; n < entries.length; n++) {
    const entry = entries[n] as readonly [T, number];
    left -= entry[1];
    if (left < 0) return entry[0];
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError('There is nothing to pick from.');
  return last[0];
}

type Words = readonly [high: number, low: number];

/** MurmurHash3's mixing over the UTF-16 code units, in two lanes that end in one another. */
function hash64(text: string): [number, number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    high = (high << 13) | (high >>> 19);
    low = (low << 17) | (low >>> 15);
  }
  const first = finalise(high ^ low) + finalise(low ^ 0x85ebca6b);
  const second = finalise(low + first);
  return [first >>> 0, second >>> 0];
}

function finalise(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** sfc32, the small fast counting generator of PractRand: 128 bits of state, here from a 64-bit key. */
function smallFastCounting([high, low]: Words): () => number {
  let a = high;
  let b = low;
  let c = high ^ 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/**
 * A stream for hot loops: made once for a seed and a purpose, set anew for each entity. Its 128 bits of state are the
 * 64-bit hash of seed and purpose, the entity and the index, so no two keys meet.
 */
export class KeyedStream implements RandomStream {
  readonly #base: Words;
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 0;
  /** Its draws as a function, for who wants only that. */
  readonly source: () => number = () => this.next();

  constructor(seed: number, purpose: string) {
    this.#base = hash64([seed, purpose].join(SEPARATOR));
  }

  /** Begins the draws about this entity; both numbers are whole and below 2³². */
  at(entity: number, index = 0): this {
    // The generator's state lives in locals while it is mixed: this is the hottest loop of a population.
    let a = this.#base[0] | 0;
    let b = this.#base[1] | 0;
    let c = Math.imul(entity, 0x9e3779b1) | 0;
    let counter = Math.imul(index, 0x85ebca6b) | 0;
    for (let i = 0; i < 10; i++) {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#counter = counter;
    return this;
  }

  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(entries: readonly (readonly [T, number])[]): T {
    return pickByWeight(entries, this.next());
  }
}
