import { MINUTES_A_YEAR } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import type { DrugCode } from './codes.ts';
import type { CompiledChoice } from './compile-write.ts';
import type { Conflict } from './module.ts';

export interface Prescribed {
  readonly sex: 'female' | 'male';
  /** Minutes. */
  readonly age: number;
  readonly isPregnant: boolean;
  /** ATC prefixes that the person must not have. */
  readonly allergies: readonly string[];
  readonly active: readonly PrescriptionFact[];
}

/** ATC codes of one chemical subgroup begin alike. */
const ATC_SUBGROUP = 5;

/**
 * The first that fits the person, beginning with the one drawn; or, where a conflict is meant to be, the first that is
 * in just that conflict.
 */
export function chooseDrug(
  choices: readonly CompiledChoice[],
  conflict: Conflict | undefined,
  draw: number,
  person: Prescribed,
): CompiledChoice | undefined {
  const first = drawn(choices, draw);
  for (let n = 0; n < choices.length; n++) {
    const choice = choices[(first + n) % choices.length];
    if (choice !== undefined && conflictOf(choice.drug, person) === conflict) return choice;
  }
  return undefined;
}

function drawn(choices: readonly CompiledChoice[], draw: number): number {
  let total = 0;
  for (const { share } of choices) total += share;
  let left = draw * total;
  for (let n = 0; n < choices.length; n++) {
    left -= choices[n]?.share ?? 0;
    if (left < 0) return n;
  }
  return 0;
}

/** What speaks against the drug, the gravest first. */
export function conflictOf(drug: DrugCode, person: Prescribed): Conflict | undefined {
  for (const prefix of person.allergies) if (drug.atc.startsWith(prefix)) return 'allergy';
  if (drug.notInPregnancy && person.isPregnant) return 'pregnancy';
  const years = person.age / MINUTES_A_YEAR;
  if (years < (drug.ageFrom ?? 0) || years >= (drug.ageTo ?? Number.POSITIVE_INFINITY) + 1) return 'age';
  if (drug.sex !== undefined && drug.sex !== person.sex) return 'age';
  if (person.active.length === 0) return undefined;
  const subgroup = drug.atc.slice(0, ATC_SUBGROUP);
  for (const other of person.active) if (other.drug.atc.startsWith(subgroup)) return 'duplicate';
  return undefined;
}
