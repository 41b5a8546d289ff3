import type { PictureWithheld } from '../../domain/lab-evidence.ts';
import type { Bilingual } from '../../pages/bilingual.ts';

/** What kind of thing happened: one row of filter, one mark in the picture. */
export const MOMENT_KINDS = [
  'clock',
  'person',
  'card',
  'inject',
  'note',
  'answer',
  'system',
  'bookmark',
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** Something that happened in a lab, as it is told when the day is talked over. */
export interface Moment {
  readonly id: string;
  /** Epoch milliseconds, and the day's clock in milliseconds since midnight. */
  readonly at: number;
  readonly dayTime: number;
  readonly kind: MomentKind;
  /** `bad`: worth talking about; `critical`: may harm a patient. */
  readonly tone: 'plain' | 'good' | 'bad' | 'critical';
  readonly text: Bilingual;
  readonly seat?: string;
  /** The instance of the flow: one patient's visit. */
  readonly visit?: string;
  readonly handOver?: string;
  /** What somebody wrote; null where that person is forgotten. */
  readonly words?: string | null;
  /** What the care system showed then, where the browser was Genrep's. */
  readonly picture?: Picture;
  /** Of a bookmark that was set when the lab was over, and may be removed. */
  readonly bookmark?: string;
}

/** A picture by its id, or why there is none to see. */
export type Picture = { readonly id: string } | { readonly withheld: PictureWithheld | 'forgotten' };

/** A card in somebody's hand. */
export interface CardSpan {
  readonly id: string;
  readonly seat: string;
  readonly visit: string;
  readonly text: Bilingual;
  readonly from: number;
  readonly to: number;
  /** Shown by the system; given up; or over otherwise. */
  readonly came: 'done' | 'stuck' | 'other';
}

export interface Named {
  readonly id: string;
  readonly text: Bilingual;
}

/** A place by its pseudonym, and by its role alone for a screen that many see. */
interface NamedSeat extends Named {
  readonly hidden: Bilingual;
  readonly unitName: string;
}

/** One lab on one line of time. */
export interface Timeline {
  readonly title: string;
  readonly run: string;
  readonly from: number;
  readonly to: number;
  /** Where the day's clock was when: epoch milliseconds, and milliseconds since midnight; in order. */
  readonly clock: readonly (readonly [at: number, dayTime: number])[];
  readonly seats: readonly NamedSeat[];
  readonly visits: readonly Named[];
  readonly handOvers: readonly Named[];
  readonly cards: readonly CardSpan[];
  /** In order. */
  readonly moments: readonly Moment[];
}
