import type { Sbar } from './activities.ts';

/** An SBAR report as it is written and read as one text. */
export const sbarText = ({ situation, background, assessment, recommendation }: Sbar): string =>
  [
    `Situation: ${situation}`,
    `Bakgrund: ${background}`,
    `Aktuellt: ${assessment}`,
    `Rekommendation: ${recommendation}`,
  ].join('\n');
