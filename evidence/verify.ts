import { checkAttachments } from './attachments.ts';
import { type Chain, checkChain, type JournalBytes, type TornRecord } from './check-chain.ts';
import { EventCheck } from './check-events.ts';
import { type Anchoring, checkHead, type OutsideKnowledge } from './check-head.ts';
import type { Finding } from './finding.ts';
import { readHead, type SignedHead } from './head.ts';
import { piecesOf } from './lines.ts';
import { requireJournal } from './read.ts';
import type { Scanned } from './scan.ts';

/** How a journal ends. A run that was killed leaves no last word; one that was interrupted says so. Both can be resumed. */
export type Ending = 'complete' | 'interrupted' | 'killed';

/** What is known of a journal after every byte of it was looked at. */
export interface Verification extends Anchoring {
  /** True when nothing was found; a record torn off by a crash is no finding. */
  readonly intact: boolean;
  readonly findings: readonly Finding[];
  /** Sound records. */
  readonly records: number;
  /** Hash of the last of them. */
  readonly head: string;
  readonly ending: Ending;
  /** The record that was being written when the run died. */
  readonly torn?: TornRecord;
}

/**
 * Reads a run's journal to its end and finds and places every damage: flipped bytes, records cut out, moved, repeated
 * or put in, an end that is not the one its head tells, events that no run can have. Throws EvidenceError when there is
 * no journal or a newer Genrep wrote it.
 */
export async function verifyJournal(runFolder: string, known: OutsideKnowledge = {}): Promise<Verification> {
  const path = await requireJournal(runFolder);
  const events = new EventCheck(path);
  const verification = await verifyBytes(bytesOf(path), events, await readHead(runFolder), known);
  if (!verification.intact) return verification;
  const findings = checkAttachments(runFolder, events.attachments);
  return { ...verification, findings, intact: findings.length === 0 };
}

/** The same of bytes that come from anywhere, without what lies beside them. */
export async function verifyBytes(
  read: JournalBytes,
  events: EventCheck,
  head: SignedHead | 'damaged' | undefined,
  known: OutsideKnowledge,
): Promise<Verification> {
  const chain = await checkChain(read, (record) => events.see(record));
  const verification = judge(chain, head, known);
  // Of a journal that is not whole it means nothing what it says.
  const findings = [...verification.findings, ...(chain.findings.length === 0 ? events.findings : [])];
  return { ...verification, findings, intact: findings.length === 0 };
}

/**
 * Only whether a run's journal is what was written, not whether that makes sense.
 * @param visit told of each record, in order; what it was told counts for nothing when there are findings
 */
export async function verifyIntegrity(
  runFolder: string,
  visit?: (record: Scanned) => void,
): Promise<Verification> {
  const path = await requireJournal(runFolder);
  return judge(await checkChain(bytesOf(path), visit), await readHead(runFolder), {});
}

function judge(
  chain: Chain,
  head: SignedHead | 'damaged' | undefined,
  known: OutsideKnowledge,
): Verification {
  const { findings: ofHead, ...anchoring } = checkHead(chain, head, known);
  const findings = [...chain.findings].sort((a, b) => a.offset - b.offset).concat(ofHead);
  return {
    ...anchoring,
    intact: findings.length === 0,
    findings,
    records: chain.records,
    head: chain.head,
    ending: endingOf(chain),
    ...(chain.torn === undefined ? {} : { torn: chain.torn }),
  };
}

const bytesOf =
  (path: string): JournalBytes =>
  () =>
    piecesOf(path);

function endingOf({ last }: Chain): Ending {
  const { type, interrupted } = Object(last) as { type?: unknown; interrupted?: unknown };
  if (type !== 'run-ended') return 'killed';
  return interrupted === true ? 'interrupted' : 'complete';
}
