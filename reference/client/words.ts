import type { Words as AllWords } from '../words.ts';
import { Failure } from './fhir/errors.ts';

export type Words = Omit<AllWords, 'files'>;

/** The same for everybody and as long as the house is open, so that they are brought once, before the first page. */
let brought: Words = { tests: [], drugs: [], allergens: [] };

export async function bringWords(): Promise<void> {
  const response = await fetch('/words');
  if (!response.ok) throw new Failure(`/words: ${response.status}`);
  brought = (await response.json()) as Words;
}

/** What can be ordered, prescribed and recorded in the house. */
export const wordsOfHouse = (): Words => brought;
