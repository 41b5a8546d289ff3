import type { DrawnStep } from './care-flow.ts';
import type { Actor } from './role.ts';

/** A part of a run that is played again to see whether it shows the same. */
export interface ShrinkCase {
  /** Flow instances of the run, in the order in which they came. */
  readonly instances: readonly string[];
  /** Of flows of which steps are left out, the indexes of those that are left. */
  readonly steps: Readonly<Record<string, readonly number[]>>;
  readonly faults: readonly string[];
  /** Whether all are played at the same time, or each when the one before has ended. */
  readonly together: boolean;
  /** By instance the values that are not as they are written. */
  readonly drawn: Readonly<Record<string, readonly DrawnStep[]>>;
}

/** One short run: which part was played, and which causes showed. */
export interface ShrinkTry {
  /** Of the case, as hex. */
  readonly hash: string;
  readonly causes: readonly string[];
}

/** One flow of the smallest cause. */
export interface SmallestFlow {
  readonly instance: string;
  readonly flow: string;
  readonly name: string;
  readonly steps: readonly {
    readonly text: string;
    readonly actor?: Actor;
    /** What was done with other values than those that are written, as far as words show it. */
    readonly drawn?: string;
  }[];
  /** How many steps it had. */
  readonly of: number;
}

/** What was sent and what was seen of it, in one patient's flow. */
export interface ShrinkExample {
  readonly instance: string;
  /** Who acted and who saw, where it is a hand-over between two. */
  readonly edge?: { readonly from: string; readonly to: string };
  /** The step that sent, and the one that saw. */
  readonly sent?: string;
  readonly looked?: string;
  readonly expected?: string;
  readonly observed?: string;
  /** Files of the smallest run that hold requests and answers, or pages. */
  readonly files: readonly string[];
}

/**
 * - `shrunk`      the smallest part that shows it was found
 * - `unstable`    it shows too seldom to be shrunk
 * - `not-seen`    it never showed again
 * - `out-of-runs` no more runs may be made
 */
export type ShrinkOutcome = 'shrunk' | 'unstable' | 'not-seen' | 'out-of-runs';

/** One cause of a red run, and the least that shows it. */
export interface ShrunkCause {
  /** What tells it from others: requirements, component, kind. */
  readonly key: string;
  readonly requirements: readonly string[];
  readonly component: string;
  readonly kind: string;
  readonly sv: string;
  readonly en: string;
  /** How often it was seen in the run. */
  readonly count: number;
  readonly outcome: ShrinkOutcome;
  /** How often the part that was last played showed it. */
  readonly seen: { readonly count: number; readonly of: number };
  /** Other causes that the same patients show: one and the same finding. */
  readonly same: readonly string[];
  readonly smallest?: {
    /** A run of its own, in the folder of the shrinking. */
    readonly run: string;
    readonly case: ShrinkCase;
    readonly flows: readonly SmallestFlow[];
    readonly example?: ShrinkExample;
  };
}

/** What shrinking a run came to. */
export interface ShrinkResult {
  readonly version: 1;
  readonly genrep: string;
  readonly run: string;
  readonly title: string;
  readonly seed: number;
  readonly system: string;
  readonly planted: readonly string[];
  /** How many flows the run played. */
  readonly flows: number;
  /** Short runs made, of so many at most. */
  readonly played: number;
  readonly most: number;
  readonly causes: readonly ShrunkCause[];
}

/** So few flows are a cause that a person can look through. */
export const FEW_FLOWS = 3;
