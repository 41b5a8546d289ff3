import { type ChainLink, checkSequence } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import { splitLines } from './lines.ts';
import { eventOf, GENESIS, isLastWord, isTornRecord, openRecord } from './record.ts';
import { type Scan, type Scanned, scan } from './scan.ts';

/** A record that was being written when its writer died. */
export interface TornRecord {
  readonly line: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Where a record stands, and its hash. */
type Place = Pick<ChainLink, 'line' | 'offset' | 'hash'>;

/** What the bytes of a journal say of it, whatever the records mean. */
export interface Chain {
  readonly findings: readonly Finding[];
  /** Sound records. */
  readonly records: number;
  /** The highest number of a record. */
  readonly highest: number;
  /** Hash of the last record. */
  readonly head: string;
  readonly placeOf: (seq: number) => Place | undefined;
  /** What the first and the last sound record say. */
  readonly first: unknown;
  readonly last: unknown;
  readonly torn?: TornRecord;
  /** Where the last line stands. */
  readonly end: { readonly line: number; readonly offset: number };
}

/** The bytes of a journal, from the beginning each time it is called. */
export type JournalBytes = () => AsyncIterable<Buffer> | Iterable<Buffer>;

/**
 * Checks length, checksum, hash and place of every record.
 * @param visit told of each record of a sound journal; of one that is not, of those before what is wrong
 */
export async function checkChain(read: JournalBytes, visit?: (record: Scanned) => void): Promise<Chain> {
  const found = await scan(read(), visit);
  return found === undefined || found.hashes.length === 0 ? locate(read) : soundChain(found);
}

function soundChain({ hashes, offsets, first, last, torn }: Scan): Chain {
  const records = hashes.length;
  return {
    findings: [],
    records,
    highest: records,
    head: hashes[records - 1] ?? GENESIS,
    placeOf: (seq) =>
      hashes[seq - 1] === undefined
        ? undefined
        : { line: seq, offset: offsets[seq - 1] ?? 0, hash: hashes[seq - 1] ?? '' },
    first: spoken(first),
    last: spoken(last),
    end: torn ?? { line: records, offset: offsets[records - 1] ?? 0 },
    ...(torn === undefined ? {} : { torn }),
  };
}

/** Line by line, to say what is wrong and where. */
async function locate(read: JournalBytes): Promise<Chain> {
  const findings: Finding[] = [];
  const links: ChainLink[] = [];
  const damagedLines: number[] = [];
  let [first, last]: (Buffer | undefined)[] = [];
  let torn: TornRecord | undefined;
  let end = { line: 1, offset: 0 };

  for await (const lines of splitLines(read())) {
    for (const { number, offset, bytes, ended } of lines) {
      const place = { line: number, offset };
      end = place;
      if (!ended && !isLastWord(last) && isTornRecord(bytes, (links.at(-1)?.seq ?? 0) + 1)) {
        torn = { ...place, bytes: bytes.length };
        break;
      }
      const record = openRecord(bytes);
      if (record.state === 'damaged' || !ended) {
        findings.push(finding('damaged', place));
        damagedLines.push(number);
        continue;
      }
      const { seq, prev, hash } = record;
      links.push({ line: number, offset, seq, prev, hash });
      if (record.state === 'altered') findings.push(finding('altered', place, `${seq}`));
      first ??= record.event;
      last = record.event;
    }
  }
  findings.push(...checkSequence(links, damagedLines));
  if (findings.length === 0) findings.push(finding(links.length === 0 ? 'missing' : 'damaged', end, '1'));
  return {
    findings,
    records: links.length,
    highest: links.reduce((most, { seq }) => Math.max(most, seq), 0),
    head: links.at(-1)?.hash ?? GENESIS,
    placeOf: (seq) => links.find((link) => link.seq === seq),
    first: spoken(first),
    last: spoken(last),
    end,
    ...(torn === undefined ? {} : { torn }),
  };
}

const spoken = (event: Buffer | undefined): unknown => event && eventOf({ event });
