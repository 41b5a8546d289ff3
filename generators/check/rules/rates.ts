import { MANIFEST_FILE } from '../../output/manifest.ts';
import { isAsExpected, type RateCell, RateCount, type RateOfShard } from '../rates/count.ts';
import { type Rate, readRates } from '../rates/rate.ts';
import { onlyOfWholePopulations, type Rule, type Words } from '../rule.ts';
import { together } from '../together.ts';

/** People are admitted and die as often as the statistics say. */
export const RATES: Rule<readonly RateOfShard[]> = {
  name: 'rates',
  title: {
    sv: 'Vårdtillfällen i sluten vård och dödsfall per 1 000 invånare och år är så många som statistiken säger',
    en: 'Hospital stays and deaths per 1,000 inhabitants and year are as many as the statistics say',
  },
  notFor: onlyOfWholePopulations,
  watch(context, tell) {
    const counts = readRates().map((rate) => new RateCount(rate, context));
    return {
      ...together(counts),
      end() {
        for (const { rate, perAge, lastYear } of counts) {
          for (const cell of perAge)
            if (!isAsExpected(cell)) tell({ file: MANIFEST_FILE, line: 1 }, wordsOf(rate, cell, ofAge(cell)));
          if (lastYear !== undefined && !isAsExpected(lastYear))
            tell({ file: MANIFEST_FILE, line: 1 }, wordsOf(rate, lastYear, IN_LAST_YEAR));
        }
      },
    };
  },
};

const IN_LAST_YEAR: Words = { sv: 'sista året', en: 'in the last year' };
const ofAge = ({ ageFrom }: RateCell): Words => ({
  sv: `från ${ageFrom} års ålder`,
  en: `from ${ageFrom} years of age`,
});

function wordsOf({ name }: Rate, { expected: [low, high], years, events }: RateCell, whose: Words): Words {
  const found = ((1000 * events) / years).toFixed(1);
  const range = low === high ? `${low}` : `${low}–${high}`;
  const swedish = (words: string): string => words.replaceAll('.', ',');
  return {
    sv: `${name.sv} ${whose.sv}: ${swedish(found)} per 1 000 personår (${events} på ${years.toFixed(0)}), ${swedish(range)} väntas`,
    en: `${name.en} ${whose.en}: ${found} per 1,000 person-years (${events} in ${years.toFixed(0)}), ${range} are expected`,
  };
}
