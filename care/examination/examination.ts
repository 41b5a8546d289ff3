import type { UnitKind } from '../../domain/role.ts';

/** Something that one orders and another does and answers in words, as an activity carries it along. */
export interface Examination {
  /** 'DT hjärna' */
  readonly word: string;
  /** Genrep's own code: 'ct-head'. */
  readonly code: string;
  /** The kind of unit that does it. */
  readonly at: UnitKind;
}

/** How far an answer has come. */
export const STANDINGS = {
  preliminary: { sv: 'preliminära', code: 'preliminary' },
  final: { sv: 'slutliga', code: 'final' },
} as const;
export type Standing = keyof typeof STANDINGS;
