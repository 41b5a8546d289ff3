import { createHash } from 'node:crypto';
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
      readonly event: unknown;
    } & RecordHead)
  | { readonly state: 'damaged' };

const SEAL = /^,"crc":"([0-9a-f]{8})","hash":"([0-9a-f]{64})"\}$/;
const SEAL_LENGTH = ',"crc":"00000000","hash":""}'.length + GENESIS.length;

const checksum = (body: Buffer): string => crc32(body).toString(16).padStart(8, '0');
const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

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

/** Reads a line, without its line break, and tells whether it is what was written. */
export function openRecord(line: Buffer): OpenedRecord {
  const body = line.subarray(0, -SEAL_LENGTH);
  const seal = SEAL.exec(line.subarray(-SEAL_LENGTH).toString('latin1'));
  const [, crc, hash] = seal ?? [];
  if (crc === undefined || hash === undefined || crc !== checksum(body)) return { state: 'damaged' };
  const parsed = parseHead(`${body.toString('utf8')}}`);
  if (parsed === undefined) return { state: 'damaged' };
  return { state: hash === digest(body) ? 'sound' : 'altered', hash, ...parsed };
}

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

function parseHead(json: string): (RecordHead & { readonly event: unknown }) | undefined {
  const value = parseObject(json);
  if (value === undefined) return undefined;
  const { seq, at, prev, event } = value;
  if (typeof seq !== 'number' || typeof at !== 'number' || typeof prev !== 'string') return undefined;
  return { seq, at, prev, event };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
