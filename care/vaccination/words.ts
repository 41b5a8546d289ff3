import { readFileSync } from 'node:fs';
import { readWords, wordFilesOf } from '../../input/word-files.ts';
import type { Vaccine } from './vaccine.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

const { vaccines = [] } = readWords<{ readonly vaccines: readonly Vaccine[] }>(
  wordFilesOf('vaccination'),
  schema,
  { vaccines: ['atc'] },
);

/** Vaccines by what they are called in sentences. */
export const words: { readonly vaccine: Readonly<Record<string, Vaccine>> } = {
  vaccine: Object.fromEntries(vaccines.map(({ word, atc, display }) => [word, { word, atc, display }])),
};

export function vaccineCalled(word: string): Vaccine {
  const vaccine = words.vaccine[word];
  if (vaccine === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.vaccine).join(', ')}`);
  return vaccine;
}
