import type { Approval } from './approval.ts';
import type { Course } from './first-weeks.ts';

/**
 * What a person can say of a gate: that a changed one shall count as it stands, or that a manual one is met or not; of the first
 * weeks: what the stop rules are, before they begin, and which course is taken in them.
 */
type DecisionKind = 'override' | 'statement' | 'stop-rules' | 'course';

/** Whose word it is, beyond what it says: Ed25519 over the decision without its signature. */
export interface Signature {
  /** The public key, DER (SPKI) in base64. */
  readonly publicKey: string;
  /** Base64. */
  readonly signature: string;
}

/** Something that a person shows for what is said; a copy of it lies beside the decisions. */
export interface DecisionAttachment {
  /** Relative to the folder of the decisions. */
  readonly file: string;
  /** Of its bytes, as hex. */
  readonly sha256: string;
}

/** The word of a named person on something of a stage, when it was said and why. */
export interface Said {
  /** Stage.name */
  readonly stage: string;
  /** Who says it, as the person is known to the steering group. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
  /** The stage as it was when it was said. */
  readonly stageHash: string;
  readonly attachment?: DecisionAttachment;
  readonly signature?: Signature;
}

/** What a named person said of a gate of a stage; of another gate than the one with this hash it says nothing. */
export interface GateDecision extends Said {
  /** StageGate.id; of the first weeks `first-weeks`. */
  readonly gate: string;
  readonly kind: DecisionKind;
  /** Whether a manual gate is met; in a statement only. */
  readonly verdict?: 'pass' | 'fail';
  /** The gate as it was when it was said. */
  readonly gateHash: string;
  /** Of `course`: the one that is taken. */
  readonly course?: Course;
  /** FirstWeeks.rulesHash; of decisions on the first weeks only. */
  readonly rulesHash?: string;
}

/**
 * What a named person said of a stage. It is evidence: it is never changed or taken back, only followed by another; the
 * last one of a gate, or of what was approved, is the one that counts.
 */
export type Decision = GateDecision | Approval;
