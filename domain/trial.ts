import type { Draws } from './care-flow.ts';

/** A fault as a trial knows it: what it is, and what it should turn red. */
export interface TrialFault {
  readonly name: string;
  readonly sv: string;
  readonly en: string;
  readonly source: string;
  /** What goes wrong, and where; absent of what is odd and allowed. */
  readonly kind?: string;
  readonly component?: string;
  readonly requirements: readonly string[];
  /** '1/3', with what else decides when. */
  readonly dose: string;
  readonly foundBy?: 'load' | 'page' | 'deck' | 'access' | 'imaging';
  readonly blind: boolean;
  readonly benign: boolean;
}

/** One run of a trial: with a fault, or with none and a seed of its own. */
export interface TrialCase {
  /** The name of its folder. */
  readonly name: string;
  readonly seed: number;
  readonly fault?: TrialFault;
}

/** What a trial set out to do; beside it lies a folder of evidence for each case. */
export interface TrialPlan {
  readonly version: 1;
  readonly genrep: string;
  readonly seed: number;
  /** How many people play each flow at once. */
  readonly patients: number;
  /** How values are chosen; as they are written when absent. */
  readonly draws?: Draws;
  /** How many others are in the lists before the first patient comes; none when absent. */
  readonly crowd?: number;
  readonly cases: readonly TrialCase[];
}
