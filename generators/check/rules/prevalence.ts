import { MANIFEST_FILE } from '../../output/manifest.ts';
import {
  isAsExpected,
  type PrevalenceCell,
  PrevalenceCount,
  type PrevalenceOfShard,
} from '../prevalence/count.ts';
import { onlyOfWholePopulations, type Rule, type Words } from '../rule.ts';
import { together } from '../together.ts';

/** People have the diseases as often as the sources of the modules say, by age and sex. */
export const PREVALENCE: Rule<readonly PrevalenceOfShard[]> = {
  name: 'prevalence',
  title: {
    sv: 'Sjukdomarnas förekomst följer källorna, per ålder och kön',
    en: 'Diseases are as frequent as the sources say, by age and sex',
  },
  notFor: onlyOfWholePopulations,
  watch(context, tell) {
    const count = new PrevalenceCount(context);
    return {
      ...together([count]),
      end() {
        for (const cell of count.cells()) {
          if (!isAsExpected(cell)) tell({ file: MANIFEST_FILE, line: 1 }, wordsOf(cell));
        }
      },
    };
  },
};

function wordsOf({ module, sex, ageFrom, expected, people, ill }: PrevalenceCell): Words {
  const percent = (share: number): string => (100 * share).toPrecision(3);
  const { sv, en } = module.name;
  return {
    sv: `${sv}: ${percent(ill / people)} % av ${people} ${sex === 'female' ? 'kvinnor' : 'män'} från ${ageFrom} år har sjukdomen, ${percent(expected)} % väntas`,
    en: `${en}: ${percent(ill / people)} % of ${people} ${sex === 'female' ? 'women' : 'men'} from ${ageFrom} years have the disease, ${percent(expected)} % are expected`,
  };
}
