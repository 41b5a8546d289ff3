import type { OwnerRole } from './stage.ts';

export type RiskLevel = 'low' | 'medium' | 'high' | 'unknown';

/** What a clinician has rated a risk as; Genrep itself only proposes. */
interface RiskRating {
  readonly level: Exclude<RiskLevel, 'unknown'>;
  /** A role, never a person. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  readonly reason: string;
}

/** A way in which patients may come to harm, what could bring it about and what is there to stop it. */
export interface Hazard {
  /** 'RISK-01' */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly cause: {
    readonly sv: string;
    readonly en: string;
    /** Where it really happened, or 'antagande'. */
    readonly source: string;
  };
  readonly control: { readonly sv: string; readonly en: string };
  /** Ids of the requirements that show whether the control holds. */
  readonly requirements: readonly string[];
  /** Ids of flows, or of features, in which it is tried. */
  readonly flows: readonly string[];
  readonly owner: OwnerRole;
  readonly rating?: RiskRating;
}

/** All hazards that are known. */
export interface HazardLog {
  readonly hazards: readonly Hazard[];
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
}
