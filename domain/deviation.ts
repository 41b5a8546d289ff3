import type { SafetyClass } from './care-flow.ts';

/** Something that was found wrong with the new system or with how it is introduced, and what has become of it. */
interface Deviation {
  /** 'AVV-017' */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly class: SafetyClass;
  readonly state: 'open' | 'closed';
  /** ISO date. */
  readonly reported: string;
  /** The requirement it speaks against, where it does. */
  readonly requirement?: string;
  /** How the work is done meanwhile (reservrutin), and the role that accepted it. */
  readonly workaround?: { readonly sv: string; readonly en: string; readonly acceptedBy: string };
}

/** All deviations of a stage, as they were on a day. */
export interface DeviationRegister {
  /** Stage.name */
  readonly stage: string;
  /** ISO date on which somebody last went through it. */
  readonly asOf: string;
  /** The role that did. */
  readonly reviewedBy: string;
  readonly deviations: readonly Deviation[];
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
}
