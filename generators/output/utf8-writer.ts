/** A piece of text as UTF-8. */
export type Fragment = Buffer;

/** What knows how to write itself. */
export interface Written {
  writeTo(out: Utf8Writer): void;
}

/**
 * Text under way as the bytes that go to disk. What is written millions of times is written from fragments that were
 * made once: a text that is put together only to be taken apart into bytes costs twice as much
 * (docs/adr/0015-resources-are-written-as-bytes.md).
 */
export class Utf8Writer {
  #bytes: Buffer;
  #length = 0;

  /** `capacity`: bytes that are expected; more make it grow. */
  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** Bytes written since the last `clear`. */
  get length(): number {
    return this.#length;
  }

  add(fragment: Fragment): this {
    const { length } = fragment;
    const at = this.#roomFor(length);
    const bytes = this.#bytes;
    // Below this length a call of the runtime costs more than a loop.
    if (length > SHORT) bytes.set(fragment, at);
    else for (let place = 0; place < length; place++) bytes[at + place] = fragment[place] as number;
    this.#length = at + length;
    return this;
  }

  part(written: Written): this {
    written.writeTo(this);
    return this;
  }

  /** Any text: for what is written seldom. */
  text(text: string): this {
    const at = this.#roomFor(WIDEST * text.length);
    this.#length = at + this.#bytes.write(text, at);
    return this;
  }

  /** As JSON and JavaScript write it: 7, -0.5, 1e+21. A RangeError where JSON has no such number. */
  number(value: number): this {
    if (Number.isInteger(value) && value >= 0 && value < MOST_WHOLE) {
      this.#digits(value);
      return this;
    }
    const hundredths = Math.round(value * 100);
    if (!(hundredths >= 0 && hundredths < MOST_HUNDREDTHS && hundredths / 100 === value)) {
      if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that JSON can write.`);
      return this.text(`${value}`);
    }
    const whole = Math.floor(hundredths / 100);
    this.#digits(whole);
    this.#decimals(hundredths - 100 * whole);
    return this;
  }

  /** What was written; only until something else is. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #digits(value: number): void {
    let count = 1;
    for (let power = 10; power <= value; power *= 10) count++;
    const at = this.#roomFor(count);
    for (let place = at + count - 1, rest = value; place >= at; place--) {
      // Whole numbers of 32 bits are divided faster than others.
      const tenth = (rest / 10) | 0;
      this.#bytes[place] = ZERO + rest - 10 * tenth;
      rest = tenth;
    }
    this.#length = at + count;
  }

  #decimals(hundredths: number): void {
    const at = this.#roomFor(3);
    const tenths = Math.floor(hundredths / 10);
    const last = hundredths - 10 * tenths;
    this.#bytes[at] = POINT;
    this.#bytes[at + 1] = ZERO + tenths;
    this.#bytes[at + 2] = ZERO + last;
    this.#length = at + (last === 0 ? 2 : 3);
  }

  /** Where the next bytes go, when so many of them have room. */
  #roomFor(count: number): number {
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(2 * needed);
      grown.set(this.written());
      this.#bytes = grown;
    }
    return this.#length;
  }
}

const SHORT = 16;
/** Bytes of UTF-8 that a UTF-16 unit can need. */
const WIDEST = 3;
/** Numbers below these are written digit by digit. */
const MOST_WHOLE = 1e9;
const MOST_HUNDREDTHS = 1e9;
const ZERO = 48;
const POINT = 46;

/** A fragment that is kept: beside the others, where they are read fastest. */
export function utf8(text: string): Fragment {
  const length = Buffer.byteLength(text);
  if (length > kept.length) {
    kept = Buffer.allocUnsafeSlow(Math.max(length, KEPT_TOGETHER));
  }
  const fragment = kept.subarray(0, length);
  kept = kept.subarray(length);
  fragment.write(text);
  return fragment;
}

/** Room for the next fragments that are kept. */
let kept: Buffer = Buffer.alloc(0);
/** Bytes. */
const KEPT_TOGETHER = 1 << 16;

/** A fragment that is soon forgotten. */
export const utf8InPassing = (text: string): Fragment => Buffer.from(text);

/** What stands before, between and after the holes of a template; the holes only say what comes there. */
export const around = <Holes extends readonly string[]>(
  { raw }: TemplateStringsArray,
  ..._holes: Holes
): readonly [Fragment, ...{ readonly [Hole in keyof Holes]: Fragment }] =>
  raw.map((part) => utf8(part)) as never;

/** What something writes, as a text. */
export function textOf(written: Written): string {
  scratch.clear();
  return scratch.part(written).written().toString();
}

const scratch = new Utf8Writer(256);
