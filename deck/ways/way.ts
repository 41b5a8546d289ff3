import type { Alert, DeckWay } from '../../domain/deck-evidence.ts';
import type { DeckQuestion } from '../deck.ts';

/** What came of one question. */
export type Said =
  | { readonly outcome: 'answered'; readonly alerts: readonly Alert[] }
  | { readonly outcome: 'not-covered' | 'unknown'; readonly reason: string };

/** A way to ask decision support. */
export interface Way {
  readonly way: DeckWay;
  /** How many questions it can be asked at the same time. */
  readonly atOnce: number;
  ask(question: DeckQuestion): Promise<Said>;
  close(): Promise<void>;
}

/** A way that is not there, and why. */
export interface NoWay {
  readonly way: DeckWay;
  readonly reason: string;
}
