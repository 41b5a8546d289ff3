import type { Score } from './score.ts';

/**
 * UMUX-Lite of one person, 0 (worst) to 100: the sum of two answers of 1–7, less 2, times 100/12.
 * Lewis, Utesch and Maher (2013), UMUX-LITE: when there's no time for the SUS, CHI 2013.
 *
 * @returns undefined unless both are answered: what to do with one is not published
 */
export function umuxLiteScore(items: readonly (number | null)[]): Score | undefined {
  const [capable, easy] = items;
  if (typeof capable !== 'number' || typeof easy !== 'number') return undefined;
  return { value: ((capable + easy - 2) * 100) / 12, supposed: 0 };
}

/** What a mean UMUX-Lite of the original wording would be as SUS: the regression of Lewis, Utesch and Maher (2013). */
export const asSus = (umuxLite: number): number => 0.65 * umuxLite + 22.9;
