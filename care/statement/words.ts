import { readFileSync } from 'node:fs';
import { readWords, wordFilesOf } from '../../input/word-files.ts';
import type { Statement } from './statement.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

const { statements = [] } = readWords<{ readonly statements: readonly Statement[] }>(
  wordFilesOf('statement'),
  schema,
  { statements: ['code'] },
);

/** Certificates, notifications and reports by what they are called in sentences. */
export const words: { readonly statement: Readonly<Record<string, Statement>> } = {
  statement: Object.fromEntries(
    statements.map(({ word, code, to, rows }) => [word, { word, code, to, rows }]),
  ),
};

export function statementCalled(word: string): Statement {
  const statement = words.statement[word];
  if (statement === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.statement).join(', ')}`);
  return statement;
}
