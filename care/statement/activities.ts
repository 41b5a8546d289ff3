import type { Ref } from '../../domain/ref.ts';
import type { Statement } from './statement.ts';

/** What a statement says, by its rows: 'diagnos' → 'M54.5 Lumbago'. */
export type Says = Readonly<Record<string, string>>;

interface Sending {
  readonly type: 'task';
  readonly statement: Statement;
  readonly says: Says;
  readonly as: string;
}

export type StatementTask =
  | (Sending & { readonly kind: 'send-statement' })
  /** Sends it without knowing whether it will be let through. */
  | (Sending & { readonly kind: 'attempt-to-send-statement' })
  /** The patient sends something to those who give care, from home. */
  | (Sending & { readonly kind: 'patient-sends-statement' })
  | (Sending & { readonly kind: 'patient-attempts-statement' })
  /** The receiver says that it has come. */
  | { readonly type: 'task'; readonly kind: 'receive-statement'; readonly statement: Ref }
  /** What was sent says something else from now on, and is to be received anew. */
  | {
      readonly type: 'task';
      readonly kind: 'change-statement';
      readonly statement: Ref;
      readonly says: Says;
      readonly as: string;
    }
  /** What was sent no longer holds. */
  | {
      readonly type: 'task';
      readonly kind: 'withdraw-statement';
      readonly statement: Ref;
      readonly reason: string;
    };

export type StatementQuestion =
  /** The receiver reads all of it, row by row. */
  | { readonly type: 'question'; readonly kind: 'statement-arrived'; readonly statement: Ref }
  /** The sender sees that the receiver has it. */
  | { readonly type: 'question'; readonly kind: 'statement-received'; readonly statement: Ref }
  /** The patient reads all of it at home, row by row. */
  | { readonly type: 'question'; readonly kind: 'patient-reads-statement'; readonly statement: Ref }
  /** The receiver sees that it was withdrawn, and why. */
  | {
      readonly type: 'question';
      readonly kind: 'statement-withdrawn';
      readonly statement: Ref;
      readonly reason: string;
    }
  /** The unit of the one who looks has nothing of this kind about the patient. */
  | { readonly type: 'question'; readonly kind: 'no-such-statement'; readonly statement: Statement };

export const sendStatement = (statement: Statement, says: Says, as: string): StatementTask => ({
  type: 'task',
  kind: 'send-statement',
  statement,
  says,
  as,
});
export const attemptToSendStatement = (statement: Statement, says: Says, as: string): StatementTask => ({
  type: 'task',
  kind: 'attempt-to-send-statement',
  statement,
  says,
  as,
});
export const patientSendsStatement = (statement: Statement, says: Says, as: string): StatementTask => ({
  type: 'task',
  kind: 'patient-sends-statement',
  statement,
  says,
  as,
});
export const patientAttemptsStatement = (statement: Statement, says: Says, as: string): StatementTask => ({
  type: 'task',
  kind: 'patient-attempts-statement',
  statement,
  says,
  as,
});
export const receiveStatement = (statement: Ref): StatementTask => ({
  type: 'task',
  kind: 'receive-statement',
  statement,
});
export const changeStatement = (statement: Ref, says: Says, as: string): StatementTask => ({
  type: 'task',
  kind: 'change-statement',
  statement,
  says,
  as,
});
export const withdrawStatement = (statement: Ref, reason: string): StatementTask => ({
  type: 'task',
  kind: 'withdraw-statement',
  statement,
  reason,
});

export const statementArrived = (statement: Ref): StatementQuestion => ({
  type: 'question',
  kind: 'statement-arrived',
  statement,
});
export const statementReceived = (statement: Ref): StatementQuestion => ({
  type: 'question',
  kind: 'statement-received',
  statement,
});
export const patientReadsStatement = (statement: Ref): StatementQuestion => ({
  type: 'question',
  kind: 'patient-reads-statement',
  statement,
});
export const statementWithdrawn = (statement: Ref, reason: string): StatementQuestion => ({
  type: 'question',
  kind: 'statement-withdrawn',
  statement,
  reason,
});
export const noSuchStatement = (statement: Statement): StatementQuestion => ({
  type: 'question',
  kind: 'no-such-statement',
  statement,
});
