/** A vaccine, as an activity carries it along. */
export interface Vaccine {
  /** 'MPR' */
  readonly word: string;
  /** WHO ATC. */
  readonly atc: string;
  readonly display: string;
}

/** The two who decide together of a child. */
export const GUARDIANS = {
  first: { sv: 'den ena vårdnadshavaren', display: 'Den ena vårdnadshavaren' },
  second: { sv: 'den andra vårdnadshavaren', display: 'Den andra vårdnadshavaren' },
} as const;
export type Guardian = keyof typeof GUARDIANS;

/** What a guardian answers. */
export const GUARDIAN_ANSWERS = {
  permit: { sv: 'samtycker', code: 'vaccination-permitted', display: 'Samtycker till vaccination' },
  deny: { sv: 'säger nej', code: 'vaccination-denied', display: 'Säger nej till vaccination' },
} as const;
export type GuardianAnswer = keyof typeof GUARDIAN_ANSWERS;
