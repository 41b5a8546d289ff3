/** Something that must be asked before it is told or handed over, as an activity carries it along. */
export interface Sharing {
  /** 'att socialtjänsten får veta' */
  readonly word: string;
  /** Genrep's own code: 'share-with-social-services'. */
  readonly code: string;
}

/** What is answered. The latest answer holds. */
export const ANSWERS = {
  permit: { sv: 'ja', display: 'Ja' },
  deny: { sv: 'nej', display: 'Nej' },
} as const;
export type SharingAnswer = keyof typeof ANSWERS;

/** 'Anteckna svar: att socialtjänsten får veta', as the pages call it. */
export const formOf = ({ word }: Sharing): string => `Anteckna svar: ${word}`;
