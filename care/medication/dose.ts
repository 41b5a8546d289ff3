import type { Drug } from '../../domain/codes/drugs.ts';
import { drugCalled } from './words.ts';

/** What is given each time, as '250 mg' says it. */
export interface Dose {
  readonly value: number;
  readonly unit: string;
}

/** A drug in another dose than its usual one. */
export const inDose = (word: string, { value, unit }: Dose): Drug => ({
  ...drugCalled(word),
  dose: value,
  unit,
});
