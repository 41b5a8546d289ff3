import type { Verdict } from '../domain/verdict.ts';

/** The verdicts that mean that something went wrong, not merely that nobody looked. */
export const WRONG: ReadonlySet<Verdict> = new Set<Verdict>(['error', 'fail', 'unknown']);
