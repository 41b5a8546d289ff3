import type { SafetyClass } from './care-flow.ts';
import type { Said } from './decision.ts';

/** What a clinician can stand for: that a flow, a requirement or a hazard is told as care really is. */
export const APPROVABLE = ['flow', 'requirement', 'hazard'] as const;
export type Approvable = (typeof APPROVABLE)[number];

/** One line of what somebody approves: as it reads, and what it comes to beneath the words. */
export interface ContentLine {
  readonly text: string;
  /** Plain JSON: values of a table, a limit, who acts. Absent where the words are all. */
  readonly means?: unknown;
}

/** Something that can be approved, as it now is. */
export interface ApprovalSubject {
  readonly kind: Approvable;
  /** Of a flow, a requirement or a hazard. */
  readonly id: string;
  readonly title: string;
  /** Of a hazard the gravest of the requirements that show its control. */
  readonly safetyClass: SafetyClass;
  readonly content: readonly ContentLine[];
  /** SHA-256 of the content, as hex: of what is said, not of how it is laid out. */
  readonly hash: string;
}

/** What a clinical role said of a flow, a requirement or a hazard; of anything else than what was read it says nothing. */
export interface Approval extends Said {
  readonly kind: 'approval';
  /** `fail` is a no: it ends an earlier yes. */
  readonly verdict: 'pass' | 'fail';
  /** Id of the clinical role, in scenarios/approval.yaml. */
  readonly role: string;
  readonly subject: { readonly kind: Approvable; readonly id: string };
  /** What was read, so that a later change can be told in words. */
  readonly content: readonly ContentLine[];
  /** ApprovalSubject.hash as it was. */
  readonly contentHash: string;
}

/** A role that may approve, and what. */
export interface ApproverRole {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly approves: readonly Approvable[];
  readonly classes: readonly SafetyClass[];
  /** Where the role's right comes from, or 'antagande'. */
  readonly source: string;
}

/** Who may approve what, and for how long it holds. */
export interface ApprovalRules {
  readonly validMonths: number;
  readonly source: string;
  readonly roles: readonly ApproverRole[];
}
