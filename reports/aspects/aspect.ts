import type { Verdict } from '../../domain/verdict.ts';
import type { Part } from '../../pages/part.ts';
import type { RunHistory } from '../history.ts';
import type { Readiness } from '../readiness.ts';

/** A case of a JUnit suite. */
export interface SuiteCase {
  readonly classname: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** Why it did not pass, and the rest in lines. */
  readonly message: string;
  readonly text?: string;
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly SuiteCase[];
}

/** Something that a run can be about beside patients' flows, and how it is told: one strategy each. */
export interface Aspect {
  /** What of it was judged; nothing where no run was about it. */
  verdicts(runs: readonly RunHistory[]): readonly Verdict[];
  /** Its figures in a terminal, and what did not hold; nothing where no run was about it. */
  lines(readiness: Readiness): readonly string[];
  /** Its part of the page. */
  section(readiness: Readiness): Part | undefined;
  /** Its cases as JUnit. */
  suite(readiness: Readiness): Suite | undefined;
}
