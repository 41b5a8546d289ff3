import { closest, distance } from 'fastest-levenshtein';

/** '; menade du "mix"?' when something known is near what was written, else nothing. */
export function didYouMean(written: string, known: readonly string[], limit = nearnessOf(written)): string {
  const near = nearestIn(written, known, limit);
  return near === undefined ? '' : `; menade du "${near}"?`;
}

/** The known word that is near what was written, capitals or not; none where all are far. */
export function nearestIn(
  written: string,
  known: readonly string[],
  limit = nearnessOf(written),
): string | undefined {
  if (known.length === 0) return undefined;
  const plain = new Map(known.map((word) => [word.toLowerCase(), word]));
  const nearest = closest(written.toLowerCase(), [...plain.keys()]);
  return distance(written.toLowerCase(), nearest) <= limit ? plain.get(nearest) : undefined;
}

/** How many letters can be wrong: a quarter of them, and at least two, but never all of a short word. */
const nearnessOf = (written: string): number =>
  Math.min(Math.max(2, Math.floor(written.length / 4)), Math.max(1, written.length - 2));
