import { type ChainLink, checkSequence } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import type { Line } from './lines.ts';
import { eventOf, GENESIS, isTornRecord, openRecord } from './record.ts';

/** A record that was being written when its writer died. */
export interface TornRecord {
  readonly line: number;
  readonly offset: number;
  readonly bytes: number;
}

/** What the bytes of a journal say of it, whatever the records mean. */
export interface Chain {
  readonly findings: readonly Finding[];
  readonly links: readonly ChainLink[];
  /** What the first and the last sound record say. */
  readonly first: unknown;
  readonly last: unknown;
  readonly torn?: TornRecord;
  /** Where the last line stands. */
  readonly end: { readonly line: number; readonly offset: number };
}

/** Checks length, checksum, hash and place of every record. */
export async function checkChain(journal: AsyncIterable<readonly Line[]>): Promise<Chain> {
  const findings: Finding[] = [];
  const links: ChainLink[] = [];
  const damagedLines: number[] = [];
  let [first, last]: (Buffer | undefined)[] = [];
  let torn: TornRecord | undefined;
  let end = { line: 1, offset: 0 };

  for await (const lines of journal) {
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
  if (links.length === 0 && findings.length === 0) findings.push(finding('missing', end, '1'));
  return {
    findings,
    links,
    first: spoken(first),
    last: spoken(last),
    end,
    ...(torn === undefined ? {} : { torn }),
  };
}

/** Hash of the last record; whoever kept it can tell later whether the end was cut or all was written anew. */
export const headOf = ({ links }: Pick<Chain, 'links'>): string => links.at(-1)?.hash ?? GENESIS;

const spoken = (event: Buffer | undefined): unknown => event && eventOf({ event });

/** Whether nothing more can come after it, not even half a record. */
const isLastWord = (event: Buffer | undefined): boolean =>
  event?.toString('latin1', 0, LAST_WORD.length) === LAST_WORD;

const LAST_WORD = '{"type":"run-ended","interrupted":false';
