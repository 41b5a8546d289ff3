import { hash as digestOf } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { GENESIS, isLastWord, isTornRecord, SEAL_LENGTH } from './record.ts';

/** A record in its place, as a scan comes to it. */
export interface Scanned {
  /** Its number, which is also its line. */
  readonly seq: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The bytes of its JSON. */
  readonly event: Buffer;
}

/** A journal in which every record is sound and in its place. */
export interface Scan {
  /** Of each record, in order. */
  readonly hashes: readonly string[];
  readonly offsets: readonly number[];
  readonly first?: Buffer;
  readonly last?: Buffer;
  /** What a crash left of a record at the end. */
  readonly torn?: { readonly line: number; readonly offset: number; readonly bytes: number };
}

const LINE_BREAK = 0x0a;
const COMMA = 0x2c;
const ZERO = 0x30;
const LETTER_A = 0x61;
const CHECKSUM_LENGTH = 8;
const [SEQ, AT, PREV, EVENT] = ['{"seq":', ',"at":', ',"prev":"', '","event":'] as const;
const [CRC, HASH, END] = [',"crc":"', '","hash":"', '"}'] as const;

/**
 * Goes through a journal as quickly as its bytes can be hashed, and knows one thing only: whether every record is the
 * very one that was written after the one before it. Answers undefined at the first that is not; what is wrong with a
 * journal is for `checkChain` to find out, which takes five times as long.
 * @param visit told of each record before anything is known of those after it
 */
export async function scan(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  visit?: (record: Scanned) => void,
): Promise<Scan | undefined> {
  const lines = new Lines(visit);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let from = 0;
    if (rest.length > 0) {
      const end = chunk.indexOf(LINE_BREAK) + 1;
      rest = Buffer.concat([rest, end === 0 ? chunk : chunk.subarray(0, end)]);
      if (end === 0) continue;
      if (lines.take(rest, 0) === undefined) return undefined;
      from = end;
    }
    const next = lines.take(chunk, from);
    if (next === undefined) return undefined;
    rest = Buffer.from(chunk.subarray(next)); // The next piece may come in the same memory.
  }
  const { found, offset } = lines;
  if (rest.length === 0) return found;
  if (isLastWord(found.last) || !isTornRecord(rest, found.hashes.length + 1)) return undefined;
  return { ...found, torn: { line: found.hashes.length + 1, offset, bytes: rest.length } };
}

/** The lines that were gone through so far. */
class Lines {
  readonly #visit: ((record: Scanned) => void) | undefined;
  readonly #hashes: string[] = [];
  readonly #offsets: number[] = [];
  #first: Buffer | undefined;
  #last: Buffer | undefined;
  /** Where the next line begins in the file. */
  offset = 0;

  constructor(visit: ((record: Scanned) => void) | undefined) {
    this.#visit = visit;
  }

  get found(): Scan {
    const [first, last] = [this.#first, this.#last];
    return {
      hashes: this.#hashes,
      offsets: this.#offsets,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    };
  }

  /** Goes through the lines that end in these bytes; answers where the next one begins, undefined when one is wrong. */
  take(data: Buffer, begin: number): number | undefined {
    const [hashes, offsets, visit] = [this.#hashes, this.#offsets, this.#visit];
    let prev = hashes.at(-1) ?? GENESIS;
    let from = begin;
    let eventFrom = 0;
    let bodyEnd = 0;
    for (let end = data.indexOf(LINE_BREAK, from); end >= 0; end = data.indexOf(LINE_BREAK, from)) {
      const seq = hashes.length + 1;
      // What the line must be, to the byte: {"seq":7,"at":…,"prev":"…","event": … ,"crc":"…","hash":"…"}
      const seqFrom = from + SEQ.length;
      const seqEnd = digitsEnd(data, seqFrom);
      const atFrom = seqEnd + AT.length;
      const atEnd = timeEnd(data, atFrom);
      const prevFrom = atEnd + PREV.length;
      eventFrom = prevFrom + prev.length + EVENT.length;
      bodyEnd = end - SEAL_LENGTH;
      const linked =
        eventFrom < bodyEnd &&
        stands(SEQ, data, from) &&
        wholeNumber(data, seqFrom, seqEnd) === seq &&
        stands(AT, data, seqEnd) &&
        stands(PREV, data, atEnd) &&
        stands(prev, data, prevFrom) &&
        stands(EVENT, data, prevFrom + prev.length);
      if (!linked) return undefined;
      const at = timeIn(data, atFrom, atEnd);
      if (at === undefined) return undefined;
      const body = data.subarray(from, bodyEnd);
      const hash = digestOf('sha256', body, 'hex');
      const crcFrom = bodyEnd + CRC.length;
      const sealed =
        stands(CRC, data, bodyEnd) &&
        checksumIn(data, crcFrom) === crc32(body) &&
        stands(HASH, data, crcFrom + CHECKSUM_LENGTH) &&
        stands(hash, data, crcFrom + CHECKSUM_LENGTH + HASH.length) &&
        stands(END, data, end - END.length);
      if (!sealed) return undefined;

      const offset = this.offset + from - begin;
      hashes.push(hash);
      offsets.push(offset);
      prev = hash;
      this.#first ??= Buffer.from(data.subarray(eventFrom, bodyEnd));
      visit?.({ seq, offset, at, event: data.subarray(eventFrom, bodyEnd) });
      from = end + 1;
    }
    if (from > begin) this.#last = Buffer.from(data.subarray(eventFrom, bodyEnd));
    this.offset += from - begin;
    return from;
  }
}

/** Whether a text of single bytes stands at a place; quicker than any comparison of strings made for it. */
function stands(text: string, data: Buffer, at: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (data[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Where the digits end that begin at a place. */
function digitsEnd(data: Buffer, from: number): number {
  let end = from;
  while (isDigit(data[end] ?? 0)) end += 1;
  return end;
}

/** The same of a time, which need not be whole; the end of the line when nothing ends it. */
function timeEnd(data: Buffer, from: number): number {
  const end = digitsEnd(data, from);
  if (data[end] === COMMA) return end;
  const comma = data.indexOf(COMMA, end);
  return comma < 0 ? data.length : comma;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** A number without fraction as JSON writes it; undefined for what only reads as one. */
function wholeNumber(data: Buffer, from: number, to: number): number | undefined {
  let number = 0;
  for (let index = from; index < to; index += 1) number = number * 10 + (data[index] ?? 0) - ZERO;
  return from === to || (to - from > 1 && data[from] === ZERO) ? undefined : number;
}

/** Eight hexadecimal digits in lower case; NaN, which equals nothing, for anything else. */
function checksumIn(data: Buffer, from: number): number {
  let checksum = 0;
  for (let index = from; index < from + CHECKSUM_LENGTH; index += 1) {
    const byte = data[index] ?? 0;
    if (isDigit(byte)) checksum = checksum * 16 + byte - ZERO;
    else if (byte >= LETTER_A && byte < LETTER_A + 6) checksum = checksum * 16 + byte - LETTER_A + 10;
    else return Number.NaN;
  }
  return checksum;
}

/** A time as JSON writes it; undefined for what only reads as one. */
const timeIn = (data: Buffer, from: number, to: number): number | undefined =>
  digitsEnd(data, from) === to ? wholeNumber(data, from, to) : plainNumber(data.toString('latin1', from, to));

function plainNumber(text: string): number | undefined {
  const number = Number(text);
  return String(number) === text ? number : undefined;
}
