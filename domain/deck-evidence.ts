import type { ActivityKind } from './activity.ts';
import type { SafetyClass } from './care-flow.ts';
import type { Milliseconds } from './time.ts';

/** How decision support is asked: by its own interface, by ordering through the api, or by ordering in pages. */
export const DECK_WAYS = ['cds-hooks', 'api', 'page'] as const;
export type DeckWay = (typeof DECK_WAYS)[number];

/** How strongly a system speaks: it stops, it warns and lets pass, or it only tells. Only the first two interrupt. */
export type Strength = 'stop' | 'warn' | 'info';

/** What a case is about. */
export const DECK_CATEGORIES = [
  'allergy',
  'cross-allergy',
  'interaction',
  'duplicate',
  'dose',
  'age',
  'kidney',
  'laboratory',
  'pregnancy',
  'qt',
  'sepsis',
  'news2',
  'critical-laboratory',
] as const;
export type DeckCategory = (typeof DECK_CATEGORIES)[number];

/** Something that a system said. */
export interface Alert {
  /** Absent where the way it was asked does not tell. */
  readonly strength?: Strength;
  readonly text: string;
}

/** One half of a case as it is told: what it is, and what was asked. */
interface Told {
  readonly sv: string;
  readonly en: string;
  /** 'Ibuprofen 400 mg 3 gånger per dygn (M01AE01); kvinna 67 år; eGFR 20' */
  readonly asked: string;
}

/** A case with a known answer: something that may harm, and its twin, of which nothing should be said. */
export interface DeckCaseFacts extends Told {
  readonly id: string;
  readonly category: DeckCategory;
  readonly class: SafetyClass;
  readonly expect: 'stop' | 'warn';
  /** A word of what is said for the right reason, in lower case; one is enough. */
  readonly says: readonly string[];
  /** The public statement that it rests on, or the word assumption. */
  readonly source: string;
  readonly twin: Told;
}

/** A deck is asked: all that a report must know beside what was answered. */
export interface DeckOpened {
  readonly type: 'deck-opened';
  /** Name of its file. */
  readonly deck: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
  readonly cases: readonly DeckCaseFacts[];
  /** The ways it is asked, each with why it cannot be where it cannot. */
  readonly ways: readonly { readonly way: DeckWay; readonly reason?: string }[];
  /** How many of the day's ordinary orders are asked about, and of which day. */
  readonly ordinary: { readonly orders: number; readonly day: string };
}

/** The intent of a question that is asked by doing it, written and flushed before it touches the system. */
export interface DeckAsking {
  readonly type: 'deck-asking';
  readonly way: DeckWay;
  /** Written into the system with what the task writes, so that it can be looked up. */
  readonly token: string;
  readonly task: ActivityKind;
  /** The driver's handles on what was made so that it could be asked: the person, and what the record tells. */
  readonly introduced: readonly string[];
}

/** What a system said to one question. */
export interface DeckAnswered {
  readonly type: 'deck-answered';
  readonly way: DeckWay;
  /** Of a question that was asked by doing it: its token, and the driver's handle on what was made. */
  readonly token?: string;
  readonly reference?: string;
  /** The harm of a case, its twin, or one of the day's ordinary orders. */
  readonly kind: 'harm' | 'twin' | 'ordinary';
  /** The id of the case; of an ordinary order its number. */
  readonly case: string;
  /** Of an ordinary order, what it was. */
  readonly asked?: string;
  /**
   * `answered`: what it said is told; `not-covered`: it cannot be asked so here; `unknown`: it cannot be told what it says;
   * `error`: it broke.
   */
  readonly outcome: 'answered' | 'not-covered' | 'unknown' | 'error';
  readonly alerts: readonly Alert[];
  /** Why nothing was answered. */
  readonly reason?: string;
  readonly took: Milliseconds;
}

export type DeckEvent = DeckOpened | DeckAsking | DeckAnswered;
