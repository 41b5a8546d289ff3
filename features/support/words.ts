import { defineParameterType } from '@cucumber/cucumber';

/** A pattern that matches any of some words, the longest first. */
export const either = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

/** Which key of a table a word stands for. */
export const keyOf = <K extends string>(
  table: Record<K, unknown>,
  word: string,
  wordOf: (key: K) => string,
): K => {
  const key = (Object.keys(table) as K[]).find((candidate) => wordOf(candidate) === word);
  if (key === undefined) throw new Error(`"${word}" is not among ${Object.keys(table).join(', ')}`);
  return key;
};

/** A parameter type of an area's sentences: one of the words of a table. */
export function defineWords<K extends string>(
  name: string,
  table: Readonly<Record<K, unknown>>,
  wordOf: (key: K) => string,
): void {
  defineParameterType({
    name,
    regexp: new RegExp(either((Object.keys(table) as K[]).map(wordOf))),
    transformer: (word: string) => keyOf(table, word, wordOf),
  });
}
