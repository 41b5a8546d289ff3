/** How many items an instrument has, and between what each is answered. */
export interface InstrumentShape {
  readonly items: number;
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
}

/** The instruments that people can be given when a lab's day is over. */
export const INSTRUMENTS = {
  /** System Usability Scale, its items positive and negative by turns. */
  sus: { items: 10, lowest: 1, highest: 5, step: 1 },
  /** The same with all its items positive. */
  'sus-positive': { items: 10, lowest: 1, highest: 5, step: 1 },
  'umux-lite': { items: 2, lowest: 1, highest: 7, step: 1 },
  /** NASA Task Load Index without weights, the six scales in the order of the form. */
  'nasa-tlx': { items: 6, lowest: 0, highest: 100, step: 5 },
} as const satisfies Readonly<Record<string, InstrumentShape>>;
export type Instrument = keyof typeof INSTRUMENTS;

/** One item as it is put, and what its ends are called. */
export interface QuestionnaireItem {
  readonly text: string;
  readonly low: string;
  readonly high: string;
}

export interface QuestionnaireWording {
  readonly title: string;
  readonly items: readonly QuestionnaireItem[];
}

/** An instrument in the words in which it was put to people: other words are another instrument. */
export interface Questionnaire {
  readonly instrument: Instrument;
  /** Of the wording. */
  readonly version: string;
  /** Who published the instrument and this wording. */
  readonly source: string;
  /** Whether somebody has shown that this wording measures what the original does. */
  readonly validated: boolean;
  readonly sv: QuestionnaireWording;
  readonly en?: QuestionnaireWording;
}

/** Every answer that an item can have, the lowest first. */
export function answersOf(instrument: Instrument): readonly number[] {
  const { lowest, highest, step }: InstrumentShape = INSTRUMENTS[instrument];
  return Array.from({ length: (highest - lowest) / step + 1 }, (_, index) => lowest + index * step);
}
