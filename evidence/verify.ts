import { type ChainLink, checkSequence } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import { type Ending, Lifecycle } from './lifecycle.ts';
import { type Line, linesOf } from './lines.ts';
import { requireJournal } from './read.ts';
import { GENESIS, isTornRecord, openRecord } from './record.ts';
import { isEvent, requireKnownVersion, schemaFault } from './schema.ts';

/** What is known of a journal after every byte of it was looked at. */
export interface Verification {
  /** True when nothing was found; a record torn off by a crash is no finding. */
  readonly intact: boolean;
  readonly findings: readonly Finding[];
  /** Sound records. */
  readonly records: number;
  /** Hash of the last record: whoever kept it can tell later whether the end was cut or all was written anew. */
  readonly head: string;
  readonly ending: Ending;
  /** The line of the record that was being written when the run died. */
  readonly tornLine?: number;
}

export interface VerifyOptions {
  /** The head that the journal is known to have ended with, from a report or a letter. */
  readonly head?: string;
}

/**
 * Reads a run's journal to its end and finds and places every damage: flipped bytes, records cut out, moved, repeated
 * or put in. Throws EvidenceError when there is no journal or a newer Genrep wrote it.
 */
export async function verifyJournal(runFolder: string, options: VerifyOptions = {}): Promise<Verification> {
  const path = await requireJournal(runFolder);
  return verifyLines(linesOf(path), path, options);
}

/** The same of lines that come from anywhere; `path` is what messages call them. */
export async function verifyLines(
  lines: AsyncIterable<Line>,
  path: string,
  { head }: VerifyOptions = {},
): Promise<Verification> {
  const findings: Finding[] = [];
  const links: ChainLink[] = [];
  const disorder: Finding[] = [];
  const damagedLines: number[] = [];
  const lifecycle = new Lifecycle();
  let tornLine: number | undefined;
  let end = { line: 1, offset: 0 };

  for await (const { number, offset, bytes, ended } of lines) {
    const place = { line: number, offset };
    end = place;
    if (!ended && !lifecycle.isOver && isTornRecord(bytes, (links.at(-1)?.seq ?? 0) + 1)) {
      tornLine = number;
      break;
    }
    const record = openRecord(bytes);
    if (record.state === 'damaged' || !ended) {
      findings.push(finding('damaged', place));
      damagedLines.push(number);
      continue;
    }
    links.push({ ...place, seq: record.seq, prev: record.prev, hash: record.hash });
    if (record.state === 'altered') {
      findings.push(finding('altered', place, `${record.seq}`));
      continue;
    }
    requireKnownVersion(record.event, `${path}:${number}`);
    if (!isEvent(record.event)) {
      findings.push(finding('invalid', place, schemaFault(record.event)));
      continue;
    }
    const fault = lifecycle.disorder(record.event);
    if (fault !== undefined) disorder.push(finding('invalid', place, fault));
  }

  findings.push(...checkSequence(links, damagedLines));
  // Where records are gone, the order of the rest says nothing more.
  if (findings.length === 0) findings.push(...disorder);
  const last = links.at(-1)?.hash ?? GENESIS;
  if (head !== undefined && head !== last) findings.push(finding('other-head', end, head));
  if (links.length === 0 && findings.length === 0) findings.push(finding('missing', end, '1'));
  return {
    intact: findings.length === 0,
    findings: findings.sort((a, b) => a.offset - b.offset),
    records: links.length,
    head: last,
    ending: lifecycle.ending,
    ...(tornLine === undefined ? {} : { tornLine }),
  };
}
