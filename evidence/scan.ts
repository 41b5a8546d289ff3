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
  const hashes: string[] = [];
  const offsets: number[] = [];
  let [first, last]: (Buffer | undefined)[] = [];
  let prev = GENESIS;
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);

  for await (const chunk of chunks) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = data.indexOf(LINE_BREAK); end >= 0; end = data.indexOf(LINE_BREAK, from)) {
      const seq = hashes.length + 1;
      // What the line must be, to the byte, given what it says: `{"seq":7,"at":` … `,"prev":"…","event":` … the seal.
      const start = `{"seq":${seq},"at":`;
      const link = `,"prev":"${prev}","event":`;
      const comma = data.indexOf(COMMA, from + start.length);
      const bodyEnd = end - SEAL_LENGTH;
      const eventFrom = comma + link.length;
      if (comma < 0 || eventFrom >= bodyEnd) return undefined;
      const head = data.toString('latin1', from, eventFrom);
      const at = head.slice(start.length, comma - from);
      if (head !== `${start}${at}${link}` || !isPlainNumber(at)) return undefined;
      const body = data.subarray(from, bodyEnd);
      const hash = digestOf('sha256', body, 'hex');
      const seal = `,"crc":"${crc32(body).toString(16).padStart(8, '0')}","hash":"${hash}"}`;
      if (data.toString('latin1', bodyEnd, end) !== seal) return undefined;

      hashes.push(hash);
      offsets.push(offset + from);
      prev = hash;
      if (first === undefined) first = Buffer.from(data.subarray(eventFrom, bodyEnd));
      last = data.subarray(eventFrom, bodyEnd);
      visit?.({ seq, offset: offset + from, at: Number(at), event: last });
      from = end + 1;
    }
    rest = data.subarray(from);
    offset += from;
  }

  const found = {
    hashes,
    offsets,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
  if (rest.length === 0) return found;
  if (isLastWord(last) || !isTornRecord(rest, hashes.length + 1)) return undefined;
  return { ...found, torn: { line: hashes.length + 1, offset, bytes: rest.length } };
}

/** As JSON writes a time; nothing that only reads as one. */
const isPlainNumber = (text: string): boolean => String(Number(text)) === text;
