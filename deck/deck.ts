import type { Allergen, Drug } from '../domain/codes/drugs.ts';
import type { LaboratoryTest } from '../domain/codes/laboratory-tests.ts';
import type { DeckCaseFacts } from '../domain/deck-evidence.ts';
import type { VitalSigns } from '../domain/news2.ts';

/** A drug as it is ordered, or as the patient has it already. */
export interface Ordered {
  readonly drug: Drug;
  /** Whether the house has a word for it, so that it can be chosen in pages at its usual dose. */
  readonly usual?: Drug;
  /** Once a week instead of so many times a day. */
  readonly weekly: boolean;
}

/** A value in the unit of its test. */
export interface KnownAnswer {
  readonly test: LaboratoryTest;
  readonly value: number;
}

/** What the record tells of the patient. */
export interface Known {
  readonly allergies: readonly Allergen[];
  readonly conditions: readonly { readonly icd10: string; readonly display: string }[];
  /** Kilograms. */
  readonly weight?: number;
  readonly answers: readonly KnownAnswer[];
  readonly drugs: readonly Ordered[];
}

/** What has just been done, and what decision support may speak of. */
export type Event =
  | { readonly kind: 'order'; readonly order: Ordered }
  | { readonly kind: 'vitals'; readonly values: VitalSigns }
  | { readonly kind: 'answers'; readonly answers: readonly KnownAnswer[] };

/** One question to decision support. */
export interface DeckQuestion {
  readonly kind: 'harm' | 'twin' | 'ordinary';
  /** The id of the case; of an ordinary order its number. */
  readonly case: string;
  readonly patient: { readonly age: number; readonly sex: 'female' | 'male' };
  readonly known: Known;
  readonly event: Event;
}

/** A deck, read and checked. */
export interface Deck {
  readonly name: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** SHA-256 of its file, as hex. */
  readonly hash: string;
  readonly cases: readonly DeckCaseFacts[];
  /** Each case's harm and its twin, in the order of the file. */
  readonly questions: readonly DeckQuestion[];
}
