import { closest, distance } from 'fastest-levenshtein';

/** '; menade du "mix"?' when something known is near what was written, else nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(written, [...known]);
  const limit = Math.max(2, Math.floor(written.length / 3));
  return distance(written, nearest) <= limit ? `; menade du "${nearest}"?` : '';
}
