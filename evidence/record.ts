import { hash as digestOf } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What the first record names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** A record's place in the journal, its time and what it says. */
export interface RecordHead {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Epoch milliseconds of the journal's clock when it was written. */
  readonly at: number;
  /** Hash of the record before. */
  readonly prev: string;
}

/** A record as it was read: what it says of itself, and whether its bytes agree. */
export type OpenedRecord =
  | ({
      /** `altered`: the checksum was made anew but the hash was not, so it is no accident. */
      readonly state: 'sound' | 'altered';
      readonly hash: string;
      /** The bytes of its JSON. */
      readonly event: Buffer;
    } & RecordHead)
  | { readonly state: 'damaged' };

const HEAD = /^\{"seq":(\d+),"at":(-?\d+(?:\.\d+)?),"prev":"([0-9a-f]{64})","event":/;
const LONGEST_HEAD = 160;
const SEAL = /^,"crc":"([0-9a-f]{8})","hash":"([0-9a-f]{64})"\}$/;
/** Bytes of a record's checksum and hash, at its end. */
export const SEAL_LENGTH = ',"crc":"00000000","hash":""}'.length + GENESIS.length;

const checksum = (body: Buffer): string => crc32(body).toString(16).padStart(8, '0');
const digest = (body: Buffer): string => digestOf('sha256', body, 'hex');

/**
 * One line of the journal. The checksum and the hash are taken over the line's own bytes up to them, so that there is
 * one canonical form: the one that was written.
 */
export function sealRecord(
  head: RecordHead,
  eventJson: string,
): { readonly line: string; readonly hash: string } {
  const body = `{"seq":${head.seq},"at":${head.at},"prev":"${head.prev}","event":${eventJson}`;
  const bytes = Buffer.from(body);
  const hash = digest(bytes);
  return { line: `${body},"crc":"${checksum(bytes)}","hash":"${hash}"}\n`, hash };
}

/** Reads a line, without its line break, and tells whether it is what was written; what it says is left unread. */
export function openRecord(line: Buffer): OpenedRecord {
  const end = Math.max(0, line.length - SEAL_LENGTH);
  const seal = SEAL.exec(line.toString('latin1', end));
  const head = HEAD.exec(line.toString('latin1', 0, LONGEST_HEAD));
  if (seal === null || head === null) return { state: 'damaged' };
  const [, crc, hash = ''] = seal;
  const [before, seq, at, prev = ''] = head;
  const body = line.subarray(0, end);
  if (crc !== checksum(body)) return { state: 'damaged' };
  return {
    state: hash === digest(body) ? 'sound' : 'altered',
    hash,
    seq: Number(seq),
    at: Number(at),
    prev,
    event: body.subarray(before.length),
  };
}

/** What a record says; undefined when it is no JSON. */
export function eventOf({ event }: { readonly event: Buffer }): unknown {
  try {
    return JSON.parse(event.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const LAST_WORD = '{"type":"run-ended","interrupted":false';

/** Whether a record is the end of a run, after which nothing more can come, not even half a record. */
export const isLastWord = (event: Buffer | undefined): boolean =>
  event?.toString('latin1', 0, LAST_WORD.length) === LAST_WORD;

/** Whether bytes without a line break at their end are the beginning of a record that was never written to its end. */
export function isTornRecord(bytes: Buffer, expectedSeq: number): boolean {
  const text = bytes.toString('utf8');
  const start = `{"seq":${expectedSeq},"at":`;
  const wholeAndMore = /,"crc":"[0-9a-f]{8}","hash":"[0-9a-f]{64}"\}[\s\S]/.test(text);
  if (wholeAndMore || !(text.startsWith(start) || start.startsWith(text))) return false;
  return (
    !text.endsWith('"}') ||
    SEAL.exec(text.slice(-SEAL_LENGTH)) === null ||
    openRecord(bytes).state === 'sound'
  );
}
