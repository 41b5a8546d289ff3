import type { Chain } from './check-chain.ts';
import { type Finding, finding } from './finding.ts';
import { isTrulySigned, type SignedHead } from './head.ts';
import { publicKeyIn } from './signing.ts';

/** What somebody outside the folder knows of a journal. */
export interface OutsideKnowledge {
  /** The hash that the journal is known to have ended with, from a report or a letter. */
  readonly head?: string;
  /** The public key (PEM or base64) of the only one who is trusted to have signed the head. */
  readonly publicKey?: string;
}

/** How far a journal is vouched for from outside it. */
export interface Anchoring {
  /** Records that the head beside the journal covers; those after it came later and nobody vouches for them. */
  readonly anchored: number;
  /** The public key of the one who signed that head; absent when nobody did. */
  readonly signedBy?: string;
}

/**
 * Holds a journal against the head beside it and against what is known elsewhere.
 * @param head undefined when there is none, which is as it should be only for a journal from before there were heads
 */
export function checkHead(
  chain: Chain,
  head: SignedHead | 'damaged' | undefined,
  known: OutsideKnowledge,
): Anchoring & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  if (known.head !== undefined && known.head !== chain.head) {
    findings.push(finding('other-head', chain.end, known.head));
  }
  if (head === 'damaged') findings.push(finding('damaged-head', TOP));
  if (head === undefined && !isFromBeforeHeads(chain)) findings.push(finding('no-head', TOP));
  const signer = typeof head === 'object' ? head.signature?.publicKey : undefined;
  if (known.publicKey !== undefined && signer !== publicKeyIn(known.publicKey)) {
    findings.push(finding('other-signer', TOP));
  }
  if (typeof head !== 'object') return { findings, anchored: 0 };
  if (signer !== undefined && !isTrulySigned(head)) findings.push(finding('false-signature', TOP));
  findings.push(...against(head, chain));
  return { findings, anchored: head.records, ...(signer === undefined ? {} : { signedBy: signer }) };
}

const TOP = { line: 1, offset: 0 };

function against({ records, hash, of }: SignedHead, chain: Chain): Finding[] {
  const { findings, highest, placeOf, first, end } = chain;
  if (highest < records) return [finding('cut-off', end, `${highest + 1}–${records}`)];
  const known = placeOf(records);
  if (known !== undefined && known.hash !== hash) return [finding('other-record', known, `${records}`)];
  return findings.length > 0 || nameIn(first) === of ? [] : [finding('damaged-head', TOP)];
}

const fieldOf = (event: unknown, name: string): unknown =>
  typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[name] : undefined;

/** Of which run, or which stage's decisions, a journal is. */
const nameIn = (first: unknown): unknown => fieldOf(first, 'run') ?? fieldOf(first, 'stage');

const isFromBeforeHeads = ({ first }: Chain): boolean => fieldOf(first, 'evidenceVersion') === 1;
