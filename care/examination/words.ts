import { readFileSync } from 'node:fs';
import { readWords, wordFilesOf } from '../../input/word-files.ts';
import type { Examination } from './examination.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

const { examinations = [] } = readWords<{ readonly examinations: readonly Examination[] }>(
  wordFilesOf('examination'),
  schema,
  { examinations: ['code'] },
);

/** Examinations by what they are called in sentences. */
export const words: { readonly examination: Readonly<Record<string, Examination>> } = {
  examination: Object.fromEntries(examinations.map(({ word, code, at }) => [word, { word, code, at }])),
};

export function examinationCalled(word: string): Examination {
  const examination = words.examination[word];
  if (examination === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.examination).join(', ')}`);
  return examination;
}
