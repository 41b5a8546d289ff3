import type { Score } from './score.ts';

/** An item that somebody could not answer counts as the middle of its scale. */
const MIDDLE = 3;

/**
 * The System Usability Scale of one person, 0 (worst) to 100. Of items 1, 3, 5 … the answer less one, of items 2, 4, 6 …
 * five less the answer; the sum times 2.5. An item without an answer counts as 3, the middle, and is told.
 * Brooke (1996), SUS: a quick and dirty usability scale. Single items mean nothing by themselves.
 *
 * @param items ten answers of 1–5, null where there is none
 * @param isPositive whether all items are worded positively, when each counts as the answer less one: Sauro and Lewis
 * (2011), When designing usability questionnaires, does it hurt to be positive?, CHI 2011
 * @returns undefined when nothing at all was answered
 */
export function susScore(items: readonly (number | null)[], isPositive = false): Score | undefined {
  const supposed = items.filter((item) => item === null).length;
  if (supposed === items.length) return undefined;
  const sum = items.reduce<number>((total, item, index) => {
    const answer = item ?? MIDDLE;
    return total + (isPositive || index % 2 === 0 ? answer - 1 : 5 - answer);
  }, 0);
  return { value: sum * 2.5, supposed };
}

/** So many people must have answered before a grade is given: with fewer its interval holds most of the grades. */
const LEAST_FOR_A_GRADE = 12;

/** The curved grading scale: Sauro and Lewis (2012), Quantifying the User Experience; the lowest mean of each grade. */
const GRADES = [
  ['A+', 84.1],
  ['A', 80.8],
  ['A−', 78.9],
  ['B+', 77.2],
  ['B', 74.1],
  ['B−', 72.6],
  ['C+', 71.1],
  ['C', 65],
  ['C−', 62.7],
  ['D', 51.7],
] as const;

/** The letter that a mean SUS stands for among other products; undefined of fewer than twelve people. */
export function gradeOf({ n, value }: { readonly n: number; readonly value: number }): string | undefined {
  if (n < LEAST_FOR_A_GRADE) return undefined;
  const toATenth = Math.round(value * 10) / 10;
  return GRADES.find(([, least]) => toATenth >= least)?.[0] ?? 'F';
}
