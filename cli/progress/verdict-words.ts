import type { Verdict } from '../../domain/verdict.ts';

/** '209 godkända, 1 underkända' */
export function verdictWords(counts: Readonly<Record<Verdict, number>>): string {
  const words = [
    [counts.pass, 'godkända'],
    [counts.fail, 'underkända'],
    [counts.error, 'fel'],
    [counts.unknown, 'ovissa'],
    [counts['not-covered'], 'ej prövade'],
  ] as const;
  return words
    .filter(([count, word]) => count > 0 || word === 'godkända')
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
