import { VERDICTS, type Verdict } from '../../domain/verdict.ts';
import { verdictWord } from '../../pages/verdict.ts';

/** '209 godkända, 1 underkänt'; how many have passed is told though none has. */
export const verdictWords = (counts: Readonly<Record<Verdict, number>>): string =>
  VERDICTS.toReversed()
    .filter((verdict) => counts[verdict] > 0 || verdict === 'pass')
    .map((verdict) => `${counts[verdict]} ${verdictWord(verdict, counts[verdict]).sv}`)
    .join(', ');
