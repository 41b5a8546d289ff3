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
  /** The receiver says that it has come. */
  | { readonly type: 'task'; readonly kind: 'receive-statement'; readonly statement: Ref };

export type StatementQuestion =
  /** The receiver reads all of it, row by row. */
  | { readonly type: 'question'; readonly kind: 'statement-arrived'; readonly statement: Ref }
  /** The sender sees that the receiver has it. */
  | { readonly type: 'question'; readonly kind: 'statement-received'; readonly statement: Ref };

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
export const receiveStatement = (statement: Ref): StatementTask => ({
  type: 'task',
  kind: 'receive-statement',
  statement,
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
