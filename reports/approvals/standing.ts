import { DateTime } from 'luxon';
import type { Approval, ApprovalRules, ApprovalSubject } from '../../domain/approval.ts';
import type { Decision } from '../../domain/decision.ts';
import { mayApprove } from '../../scenarios/approval/load-approval-rules.ts';
import { type ContentChange, contentChanges } from './content-changes.ts';

/** How something stands with those who are to approve it. */
export type Standing =
  | 'approved'
  /** A clinical role said no, last. */
  | 'rejected'
  /** It was approved, and now says something else. */
  | 'changed'
  /** It was approved too long ago. */
  | 'expired'
  /** The approval has no signature: hearsay. */
  | 'unsigned'
  /** The role that approved may not, as the rules now are. */
  | 'no-right'
  /** Nobody has said anything. */
  | 'none';

/** A flow, requirement or hazard with its last word. */
export interface Approved {
  readonly subject: Pick<ApprovalSubject, 'kind' | 'id' | 'title' | 'safetyClass' | 'hash'>;
  readonly standing: Standing;
  /** The last word, absent where there is none. */
  readonly said?: Pick<Approval, 'by' | 'at' | 'reason' | 'verdict'> & {
    readonly role: { readonly sv: string; readonly en: string };
  };
  /** ISO date until which an approval holds; absent where there is none. */
  readonly until?: string;
  /** What is otherwise than what was approved. */
  readonly changes: readonly ContentChange[];
}

/** How everything of a stage stood on a day. */
export interface ApprovalRegister {
  /** ISO date. */
  readonly asOf: string;
  readonly validMonths: number;
  readonly approved: readonly Approved[];
}

/**
 * How each subject stands: the last word about it counts, when it was said by a role that may, is signed, is about what the
 * subject now says and is not older than the rules let it be.
 * @param now epoch milliseconds
 */
export function approvalRegister(
  subjects: readonly ApprovalSubject[],
  decisions: readonly Decision[],
  rules: ApprovalRules,
  now: number,
): ApprovalRegister {
  const approvals = decisions.filter((decision) => decision.kind === 'approval');
  return {
    asOf: DateTime.fromMillis(now, { zone: ZONE }).toISODate() ?? '',
    validMonths: rules.validMonths,
    approved: subjects.map((subject) => standingOf(subject, approvals, rules, now)),
  };
}

/** Days are counted where care is given. */
const ZONE = 'Europe/Stockholm';

function standingOf(
  subject: ApprovalSubject,
  approvals: readonly Approval[],
  rules: ApprovalRules,
  now: number,
): Approved {
  const { kind, id, title, safetyClass, hash } = subject;
  const about = { kind, id, title, safetyClass, hash };
  const said = approvals.findLast(({ subject: of }) => of.kind === kind && of.id === id);
  if (said === undefined) return { subject: about, standing: 'none', changes: [] };
  const role = rules.roles.find((one) => one.id === said.role);
  const until = DateTime.fromISO(said.at, { zone: ZONE }).plus({ months: rules.validMonths });
  const mayStill = role !== undefined && mayApprove(role, subject);
  const { by, at, reason, verdict } = said;
  return {
    subject: about,
    standing: mayStill ? standingOfWord(said, hash, until.toMillis() <= now) : 'no-right',
    said: { by, at, reason, verdict, role: { sv: role?.sv ?? said.role, en: role?.en ?? said.role } },
    until: until.toISODate() ?? '',
    changes: said.contentHash === hash ? [] : contentChanges(said.content, subject.content),
  };
}

function standingOfWord(
  { signature, verdict, contentHash }: Approval,
  hash: string,
  isOld: boolean,
): Standing {
  if (signature === undefined) return 'unsigned';
  if (verdict === 'fail') return 'rejected';
  if (contentHash !== hash) return 'changed';
  return isOld ? 'expired' : 'approved';
}
