import { type Finding, finding } from './finding.ts';
import { longestIncreasing } from './increasing.ts';
import { GENESIS } from './record.ts';

/** A readable record's place in the file and in the chain. */
export interface ChainLink {
  readonly line: number;
  readonly offset: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

const START: ChainLink = { line: 0, offset: 0, seq: 0, prev: '', hash: GENESIS };

/**
 * What is moved, missing or replaced among the readable records of a journal. Damaged lines are known by their numbers;
 * each accounts for one record that would otherwise be missing.
 */
export function checkSequence(links: readonly ChainLink[], damagedLines: readonly number[]): Finding[] {
  const inPlace = new Set(longestIncreasing(links.map(({ seq }) => seq)));
  const kept = links.filter((_, position) => inPlace.has(position));
  const displaced = links.filter((_, position) => !inPlace.has(position));
  const displacedSeqs = [...new Set(displaced.map(({ seq }) => seq))];
  const findings = displaced.map((link) => finding('out-of-place', link, `${link.seq}`));

  for (const [position, link] of kept.entries()) {
    const before = kept[position - 1] ?? START;
    if (link.seq === before.seq + 1) {
      if (link.prev !== before.hash) findings.push(finding('broken-chain', link, `${link.seq}`));
      continue;
    }
    const [first, last] = [before.seq + 1, link.seq - 1];
    const elsewhere = displacedSeqs.filter((seq) => seq >= first && seq <= last).length;
    const damaged = damagedLines.filter((line) => line > before.line && line < link.line).length;
    if (last - first + 1 > elsewhere + damaged) {
      findings.push(finding('missing', link, first === last ? `${first}` : `${first}–${last}`));
    }
  }
  return findings;
}
