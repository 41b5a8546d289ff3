import { deathRate } from '../../demography/mortality.ts';
import { DEATHS_FROM } from '../../history/calendar.ts';
import { MANIFEST_FILE } from '../../output/manifest.ts';
import type { Person, Sex } from '../read/person.ts';
import { onlyOfWholePopulations, type Rule, type Words } from '../rule.ts';

const YEAR = 365.25 * 86_400_000;
/** Ages that are judged together: from each on, below the next. */
const GROUPS = [0, 1, 15, 35, 55, 65, 75, 85, 95] as const;

/** Deaths of one sex and group of ages, beside how many the years lived should have had. */
interface Deaths {
  readonly sex: Sex;
  readonly ageFrom: number;
  years: number;
  expected: number;
  died: number;
}

/** Of each group, in the order of the groups: years, expected and found deaths. */
type DeathsOfShard = readonly (readonly [years: number, expected: number, died: number])[];

/** People die as often as the mortality table says, by age and sex. */
export const MORTALITY: Rule<DeathsOfShard> = {
  name: 'mortality',
  title: {
    sv: 'Dödligheten följer livslängdstabellen, per ålder och kön',
    en: 'People die as often as the life table says, by age and sex',
  },
  notFor: onlyOfWholePopulations,
  watch({ data, until }, tell) {
    const groups = (['female', 'male'] as const).flatMap((sex) =>
      GROUPS.map((ageFrom): Deaths => ({ sex, ageFrom, years: 0, expected: 0, died: 0 })),
    );
    const groupOf = (sex: Sex, age: number): Deaths | undefined =>
      groups.findLast((group) => group.sex === sex && age >= group.ageFrom);
    const count = (person: Person): void => {
      const { born, died, sex } = person;
      const from = Math.max(born, DEATHS_FROM * 60_000);
      const end = Math.min(died, until);
      for (let age = Math.floor((from - born) / YEAR); born + age * YEAR < end; age++) {
        const group = groupOf(sex, age);
        if (group === undefined) continue;
        const years = (Math.min(end, born + (age + 1) * YEAR) - Math.max(from, born + age * YEAR)) / YEAR;
        group.years += years;
        group.expected += years * deathRate(data.mortality, sex, age);
        if (died < until && died < born + (age + 1) * YEAR) group.died++;
      }
    };
    return {
      endShard(people) {
        for (const person of people.values()) count(person);
      },
      give: () =>
        groups.map((group) => {
          const { years, expected, died } = group;
          Object.assign(group, { years: 0, expected: 0, died: 0 });
          return [years, expected, died] as const;
        }),
      take(given) {
        for (const [place, [years, expected, died]] of given.entries()) {
          const group = groups[place] as Deaths;
          group.years += years;
          group.expected += expected;
          group.died += died;
        }
      },
      end() {
        for (const group of groups) {
          if (!isAsExpected(group)) tell({ file: MANIFEST_FILE, line: 1 }, wordsOf(group));
        }
      },
    };
  },
};

/** Within three standard errors of chance and 15 % of the table, which is itself rounded. */
const isAsExpected = ({ died, expected }: Deaths): boolean =>
  Math.abs(died - expected) <= 3 * Math.sqrt(expected) + 0.15 * expected;

function wordsOf({ sex, ageFrom, years, expected, died }: Deaths): Words {
  const [of, among] = sex === 'female' ? ['kvinnor', 'women'] : ['män', 'men'];
  return {
    sv: `${died} ${of} från ${ageFrom} år har dött på ${years.toFixed(0)} personår, ${expected.toFixed(1)} väntas`,
    en: `${died} ${among} from ${ageFrom} years have died in ${years.toFixed(0)} person-years, ${expected.toFixed(1)} are expected`,
  };
}
