import type { Alert, DeckAnswered, DeckAsking, DeckWay } from '../../domain/deck-evidence.ts';
import { SystemError } from '../../systems/care-system.ts';
import type { DeckQuestion } from '../deck.ts';

/** What came of one question. */
export type Said = (
  | { readonly outcome: 'answered'; readonly alerts: readonly Alert[] }
  | { readonly outcome: 'not-covered' | 'unknown' | 'error'; readonly reason: string }
) &
  Wrote;

/** What was written in the system for it, where it was asked by doing it. */
type Wrote = Pick<DeckAnswered, 'token' | 'reference'>;

/** Records what is about to be written, and resolves when that is safe on the disk. */
export type Intend = (intent: Omit<DeckAsking, 'type' | 'way'>) => Promise<void>;

/** A way to ask decision support. */
export interface Way {
  readonly way: DeckWay;
  /** How many questions it can be asked at the same time. */
  readonly atOnce: number;
  ask(question: DeckQuestion, intend: Intend): Promise<Said>;
  close(): Promise<void>;
}

/** A way that is not there, and why. */
export interface NoWay {
  readonly way: DeckWay;
  readonly reason: string;
}

/** What a system that did not do its part leaves to say: that it is late tells nothing, that it broke is the answer. */
export function brokenBy(error: unknown): Said {
  if (!(error instanceof SystemError)) throw error;
  const isLate = error.kind === 'timeout' || error.kind === 'busy';
  return { outcome: isLate ? 'unknown' : 'error', reason: error.message };
}
