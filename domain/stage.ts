import type { ActivityKind } from './activity.ts';
import type { SafetyClass } from './care-flow.ts';

/** Something the new system must do, told so that a clinician can agree or not. */
export interface Requirement {
  /** 'KRAV-LAB-01' */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly safetyClass: SafetyClass;
  /** The steps that show whether it holds; a flow that claims the requirement has at least one of them. */
  readonly shownBy: readonly ActivityKind[];
  /** Where the requirement comes from, or 'assumption'. */
  readonly source: string;
}

/** A threshold that must hold before go; one kind a strategy in reports/gates. */
export type Gate =
  /** Every requirement of these safety classes is `pass`. */
  | { readonly kind: 'requirements-pass'; readonly classes: readonly SafetyClass[] }
  /** At least this share of the flows that were started ended `pass`. */
  | { readonly kind: 'flows-passed'; readonly atLeast: number }
  /** At least this share of the steps of the flows could be looked at. */
  | { readonly kind: 'steps-covered'; readonly atLeast: number }
  /** p95 of hand-over latency, in milliseconds of the system's clock. */
  | { readonly kind: 'hand-over-p95'; readonly atMost: number }
  /** No step ended `error` or `unknown` more often than this share. */
  | { readonly kind: 'broken-steps'; readonly atMost: number };

export interface StageGate {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly source: string;
  readonly gate: Gate;
}

/** The organisations that go live together, what they require and what decides. */
export interface Stage {
  readonly name: string;
  readonly title: string;
  readonly organisations: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly gates: readonly StageGate[];
  /** SHA-256 of the files it was read from, as hex: fixed before a run. */
  readonly hash: string;
}
