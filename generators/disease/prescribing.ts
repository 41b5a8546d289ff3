import { MINUTES_A_YEAR } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import type { DrugCode } from './codes.ts';
import type { Conflict, DrugChoice } from './module.ts';

export interface Prescribed {
  readonly sex: 'female' | 'male';
  /** Minutes. */
  readonly age: number;
  readonly isPregnant: boolean;
  /** ATC prefixes that the person must not have. */
  readonly allergies: readonly string[];
  readonly active: readonly PrescriptionFact[];
}

type Choice = Omit<DrugChoice, 'drug'> & { readonly drug: DrugCode };

/** ATC codes of one chemical subgroup begin alike. */
const ATC_SUBGROUP = 5;

/**
 * The first that fits the person, beginning with the one drawn; or, where a conflict is meant to be, the first that is
 * in just that conflict.
 */
export function chooseDrug(
  choices: readonly Choice[],
  conflict: Conflict | undefined,
  draw: number,
  person: Prescribed,
): Choice | undefined {
  const first = drawn(choices, draw);
  for (let n = 0; n < choices.length; n++) {
    const choice = choices[(first + n) % choices.length];
    if (choice !== undefined && conflictOf(choice.drug, person) === conflict) return choice;
  }
  return undefined;
}

function drawn(choices: readonly Choice[], draw: number): number {
  const total = choices.reduce((sum, { share }) => sum + share, 0);
  let left = draw * total;
  const found = choices.findIndex(({ share }) => {
    left -= share;
    return left < 0;
  });
  return Math.max(found, 0);
}

/** What speaks against the drug, the gravest first. */
export function conflictOf(drug: DrugCode, person: Prescribed): Conflict | undefined {
  if (person.allergies.some((prefix) => drug.atc.startsWith(prefix))) return 'allergy';
  if (drug.notInPregnancy && person.isPregnant) return 'pregnancy';
  const years = person.age / MINUTES_A_YEAR;
  if (years < (drug.ageFrom ?? 0) || years >= (drug.ageTo ?? Number.POSITIVE_INFINITY) + 1) return 'age';
  if (drug.sex !== undefined && drug.sex !== person.sex) return 'age';
  const subgroup = drug.atc.slice(0, ATC_SUBGROUP);
  return person.active.some((other) => other.drug.atc.startsWith(subgroup)) ? 'duplicate' : undefined;
}
