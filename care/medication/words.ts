import { readFileSync } from 'node:fs';
import type { Allergen, Drug } from '../../domain/codes/drugs.ts';
import { readWords, wordFilesOf } from '../../input/word-files.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

interface Sourced {
  readonly word: string;
  readonly source: string;
}

const { drugs = [], allergens = [] } = readWords<{
  readonly drugs: readonly (Drug & Sourced)[];
  readonly allergens: readonly (Allergen & Sourced)[];
}>(wordFilesOf('medication'), schema, { drugs: ['atc', 'route'], allergens: ['snomed'] });

const byWord = <W extends Sourced>(entries: readonly W[]): Readonly<Record<string, Omit<W, 'source'>>> =>
  Object.fromEntries(entries.map(({ source: _source, ...told }) => [told.word, told]));

/** Drugs and allergens by what they are called in sentences, as a flow carries them along. */
export const words: {
  readonly drug: Readonly<Record<string, Drug>>;
  readonly allergen: Readonly<Record<string, Allergen>>;
} = { drug: byWord(drugs), allergen: byWord(allergens) };

export const drugCalled = (word: string): Drug => known(words.drug, word);

export const allergenCalled = (word: string): Allergen => known(words.allergen, word);

function known<W>(table: Readonly<Record<string, W>>, word: string): W {
  const found = table[word];
  if (found === undefined) throw new RangeError(`"${word}" is not among ${Object.keys(table).join(', ')}`);
  return found;
}
