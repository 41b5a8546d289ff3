import { type Chain, checkChain, headOf, type TornRecord } from './check-chain.ts';
import { checkEvents } from './check-events.ts';
import { type Anchoring, checkHead, type OutsideKnowledge } from './check-head.ts';
import type { Finding } from './finding.ts';
import { readHead, type SignedHead } from './head.ts';
import { type Line, linesOf } from './lines.ts';
import { requireJournal } from './read.ts';

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

export interface VerifyOptions extends OutsideKnowledge {
  /** Whether what the records say is looked at too, or only that they are what was written; true when absent. */
  readonly events?: boolean;
}

/**
 * Reads a run's journal to its end and finds and places every damage: flipped bytes, records cut out, moved, repeated
 * or put in, an end that is not the one its head tells. Throws EvidenceError when there is no journal or a newer Genrep
 * wrote it.
 */
export async function verifyJournal(runFolder: string, options: VerifyOptions = {}): Promise<Verification> {
  const path = await requireJournal(runFolder);
  return verifyLines(() => linesOf(path), path, await readHead(runFolder), options);
}

/** The same of lines that come from anywhere; `path` is what messages call them. */
export async function verifyLines(
  read: () => AsyncIterable<readonly Line[]>,
  path: string,
  head: SignedHead | 'damaged' | undefined,
  { events = true, ...known }: VerifyOptions = {},
): Promise<Verification> {
  const chain = await checkChain(read());
  const { findings: ofHead, ...anchoring } = checkHead(chain, head, known);
  const findings = [...chain.findings, ...ofHead];
  // Of damaged evidence it says nothing what it says; a newer Genrep's is told from damage by its first record.
  if (events && chain.findings.length === 0) findings.push(...(await checkEvents(read(), path)));
  return {
    ...anchoring,
    intact: findings.length === 0,
    findings: findings.sort((a, b) => Number(b.file === a.file) && a.offset - b.offset),
    records: chain.links.length,
    head: headOf(chain),
    ending: endingOf(chain),
    ...(chain.torn === undefined ? {} : { torn: chain.torn }),
  };
}

function endingOf({ last }: Chain): Ending {
  const { type, interrupted } = Object(last) as { type?: unknown; interrupted?: unknown };
  if (type !== 'run-ended') return 'killed';
  return interrupted === true ? 'interrupted' : 'complete';
}
