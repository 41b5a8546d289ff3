import { HEIGHTS } from './heights.ts';

/** Whose height it is, as the curve must know them. */
interface Growing {
  readonly sex: 'female' | 'male';
  /** '2016-03-08' */
  readonly birthDate: string;
}

/** A height in cm on a day or at a moment. */
export interface Height {
  readonly at: string;
  readonly centimetres: number;
}

/** A mean Gregorian month. */
const MONTH = 30.436_875 * 24 * 60 * 60 * 1000;

/** Age in months; a fraction of one too. */
export const ageInMonths = ({ birthDate }: Growing, at: string): number =>
  (Date.parse(at) - Date.parse(birthDate)) / MONTH;

/** Mean and standard deviation of height at an age in months; those of the nearest age that the reference has, beyond it. */
export function usualHeight(
  sex: Growing['sex'],
  months: number,
): { readonly mean: number; readonly sd: number } {
  const table = HEIGHTS[sex];
  const after = table.findIndex(([age]) => age >= months);
  const [from, to] = [table[after - 1] ?? table[0], table[after] ?? table.at(-1)];
  if (from === undefined || to === undefined) throw new Error(`There is no height for ${sex}.`);
  const share = from[0] === to[0] ? 0 : Math.min(1, Math.max(0, (months - from[0]) / (to[0] - from[0])));
  const between = (a: number, b: number): number => a + (b - a) * share;
  return { mean: between(from[1], to[1]), sd: between(from[2], to[2]) };
}

/** Standard deviations from the mean (SDS). */
export function heightScore(person: Growing, { at, centimetres }: Height): number {
  const { mean, sd } = usualHeight(person.sex, ageInMonths(person, at));
  return (centimetres - mean) / sd;
}

/** A shift of so many standard deviations since the measurement before is for the school physician (assumption). */
export const SHIFT_LIMIT = 1;

/** By how many standard deviations a height has moved since the latest one before it; undefined without one. */
export function shiftSince(person: Growing, height: Height, earlier: readonly Height[]): number | undefined {
  const former = earlier
    .filter(({ at }) => Date.parse(at) < Date.parse(height.at))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
  return former && heightScore(person, height) - heightScore(person, former);
}
