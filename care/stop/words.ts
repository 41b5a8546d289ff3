import { readFileSync } from 'node:fs';
import { readWords, wordFilesOf } from '../../input/word-files.ts';
import type { Reason } from './reason.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

const { reasons = [] } = readWords<{ readonly reasons: readonly Reason[] }>(wordFilesOf('stop'), schema, {
  reasons: ['word'],
});

/** Reasons by what they are called in sentences. */
export const words: { readonly reason: Readonly<Record<string, Reason>> } = {
  reason: Object.fromEntries(reasons.map(({ word, says, workflow }) => [word, { word, says, workflow }])),
};

export function reasonCalled(word: string): Reason {
  const reason = words.reason[word];
  if (reason === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.reason).join(', ')}`);
  return reason;
}
