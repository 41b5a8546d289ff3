import { readFileSync } from 'node:fs';
import { readWords, wordFilesOf } from '../../input/word-files.ts';
import type { Sharing } from './sharing.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

const { sharings = [] } = readWords<{ readonly sharings: readonly Sharing[] }>(
  wordFilesOf('sharing'),
  schema,
  { sharings: ['code'] },
);

/** What may be shared, by what it is called in sentences. */
export const words: { readonly sharing: Readonly<Record<string, Sharing>> } = {
  sharing: Object.fromEntries(sharings.map(({ word, code }) => [word, { word, code }])),
};

export function sharingCalled(word: string): Sharing {
  const sharing = words.sharing[word];
  if (sharing === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.sharing).join(', ')}`);
  return sharing;
}
