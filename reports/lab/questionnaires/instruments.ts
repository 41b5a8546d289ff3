import type { Instrument } from '../../../domain/questionnaire.ts';
import { type Bilingual, both } from '../../../pages/bilingual.ts';
import type { Estimated } from '../intervals.ts';
import { rawTlxScore } from './nasa-tlx.ts';
import type { Score } from './score.ts';
import { gradeOf, susScore } from './sus.ts';
import { asSus, umuxLiteScore } from './umux-lite.ts';

interface Reading {
  readonly name: string;
  /** What a high figure means, and what others came to, with its source. */
  readonly read: Bilingual;
  readonly score: (items: readonly (number | null)[]) => Score | undefined;
  /** What a mean says beside itself; only of a wording that was shown to measure the same. */
  readonly says: (mean: Estimated) => Bilingual | undefined;
}

const SUS_READ = both(
  '0–100, högt är bra. Medelvärdet för många sorters system är 68 (Sauro 2011). Om sina journalsystem svarade läkare i USA 45,9 (Melnick 2020) och sjuksköterskor 57,6 (Melnick 2021).',
  '0–100, high is good. The mean of many kinds of system is 68 (Sauro 2011). Of their record systems physicians in the USA answered 45.9 (Melnick 2020) and nurses 57.6 (Melnick 2021).',
);

const graded = (mean: Estimated): Bilingual | undefined => {
  const grade = gradeOf(mean);
  return grade === undefined
    ? both('inget betyg: färre än 12 svar', 'no grade: fewer than 12 answers')
    : both(`betyg ${grade}`, `grade ${grade}`);
};

/** How each instrument is scored and read. */
export const READINGS: Readonly<Record<Instrument, Reading>> = {
  sus: { name: 'SUS', read: SUS_READ, score: (items) => susScore(items), says: graded },
  'sus-positive': {
    ...{ name: 'SUS, alla påståenden positiva', read: SUS_READ },
    ...{ score: (items) => susScore(items, true), says: graded },
  },
  'umux-lite': {
    name: 'UMUX-Lite',
    read: both(
      '0–100, högt är bra. Med originalets ord svarar det mot SUS = 0,65 · värdet + 22,9 (Lewis, Utesch och Maher 2013).',
      '0–100, high is good. In the words of the original it stands for SUS = 0.65 · the value + 22.9 (Lewis, Utesch and Maher 2013).',
    ),
    score: umuxLiteScore,
    says: ({ value }) => {
      const sus = Math.round(asSus(value) * 10) / 10;
      return both(`som SUS ${String(sus).replace('.', ',')}`, `as SUS ${sus}`);
    },
  },
  'nasa-tlx': {
    name: 'NASA-TLX utan vikter',
    read: both(
      '0–100, högt är tungt. Över många studier ligger mitten på 50 och hälften mellan 37 och 60 (Grier 2015).',
      '0–100, high is heavy. Over many studies the middle is 50, and half lie between 37 and 60 (Grier 2015).',
    ),
    score: rawTlxScore,
    says: () => undefined,
  },
};
