import type { Score } from './score.ts';

/**
 * NASA-TLX of one person without weights ("raw"), 0 (no load) to 100: the plain mean of six scales of 0–100.
 * Performance runs from perfect (0) to failure (100), as on the form, so that it is added as it is and never turned round.
 * Hart and Staveland (1988), Development of NASA-TLX; without weights: Hart (2006), NASA-Task Load Index; 20 years later.
 *
 * @returns undefined unless all six are answered: what to do with fewer is not published
 */
export function rawTlxScore(items: readonly (number | null)[]): Score | undefined {
  const given = items.flatMap((item) => item ?? []);
  if (given.length < items.length || given.length === 0) return undefined;
  return { value: given.reduce((sum, item) => sum + item, 0) / given.length, supposed: 0 };
}
