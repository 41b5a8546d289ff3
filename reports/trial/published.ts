import figures from '../../docs/trial.json' with { type: 'json' };
import type { Bilingual } from '../../pages/bilingual.ts';
import { trialSentence } from './words.ts';

/** What the latest published trial says of this suite. */
export const publishedTrial: Bilingual = trialSentence(figures);
