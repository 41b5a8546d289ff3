import { AGES, ageOfCell, CELLS, cellOf, sexOfCell } from '../../demography/age-pyramid.ts';
import { type Census, takeCensus } from '../../demography/census.ts';
import { MANIFEST_FILE, type Manifest } from '../../output/manifest.ts';
import { birthDatesOf, REFERENCE_DATE } from '../../people/ages.ts';
import { ageOn, type Person } from '../read/person.ts';
import { onlyOfWholePopulations, type Place, type Rule, type Words } from '../rule.ts';

/** How many people a shard has, and of each kommun the cells of its own. */
interface PeopleOfShard {
  readonly people: number;
  readonly cells: Readonly<Record<string, readonly number[]>>;
}

const TOTAL: Place = { file: MANIFEST_FILE, line: 1 };

/**
 * As many people as were asked for, and in each kommun, of each age and sex, the nearest whole numbers to their share;
 * save for those who are born too late to be told of.
 */
export const QUOTAS: Rule<PeopleOfShard> = {
  name: 'quotas',
  title: {
    sv: 'Kommun, ålder och kön är exakt enligt kvot',
    en: 'Kommun, age and sex are exactly by quota',
  },
  notFor: onlyOfWholePopulations,
  watch({ manifest, data }, tell) {
    const { choices } = manifest;
    const census = takeCensus(data.region, choices.municipalities, data.ageWeights, choices.people);
    const counts = new Map(census.municipalities.map(({ name }) => [name, new Int32Array(CELLS)]));
    let people = 0;
    let peopleHere = 0;
    let cellsHere = new Map<string, number[]>();
    return {
      endShard(shard) {
        peopleHere = shard.size;
        for (const person of shard.values()) {
          const { municipality } = person;
          if (!counts.has(municipality)) tell(person.place, notThere(person));
          const cells = cellsHere.get(municipality) ?? [];
          cells.push(cellOfPerson(person));
          cellsHere.set(municipality, cells);
        }
      },
      give() {
        const given = { people: peopleHere, cells: Object.fromEntries(cellsHere) };
        peopleHere = 0;
        cellsHere = new Map();
        return given;
      },
      take(given) {
        people += given.people;
        for (const [municipality, cells] of Object.entries(given.cells)) {
          for (const cell of cells) addOne(counts.get(municipality), cell);
        }
      },
      end() {
        const lacking = choices.people - people;
        const unborn = mostUnborn(choices, data.ageWeights);
        if (lacking < 0 || lacking > unborn) {
          tell(TOTAL, {
            sv: `det finns ${people} personer, ${choices.people} skulle det vara`,
            en: `there are ${people} people, there should be ${choices.people}`,
          });
        }
        const slack = Math.max(0, Math.min(lacking, unborn));
        judgeShares(census, counts, slack, (words) => tell(TOTAL, words));
        judgeCells(census, counts, choices.until, slack, (words) => tell(TOTAL, words));
      },
    };
  },
};

const notThere = ({ id, municipality }: Person): Words => ({
  sv: `${id} bor i ${municipality || 'ingen kommun'}, som inte hör till populationen`,
  en: `${id} lives in ${municipality || 'no kommun'}, which is not of the population`,
});

const cellOfPerson = (person: Person): number =>
  cellOf(person.sex, Math.max(ageOn(person, REFERENCE_DATE), 0));

function addOne(cells: Int32Array | undefined, cell: number): void {
  if (cells !== undefined) cells[cell] = (cells[cell] ?? 0) + 1;
}

/** Completed years on the reference date above which everybody was born long before any history ends. */
const YOUNG = 20;

/** Share of the birth dates of an age that are not told, as they are not before the end of the history. */
function unbornShare(age: number, until: string): number {
  if (age > YOUNG) return 0;
  const dates = birthDatesOf(age, age);
  const days = Array.from({ length: dates.count }, (_, day) => dates.at(day));
  return days.filter((date) => date >= until).length / dates.count;
}

/** How many people of the census can be born too late to be told of: birth dates are spread evenly over the year. */
function mostUnborn({ people, until }: Manifest['choices'], weights: readonly number[]): number {
  const weight = sum(weights);
  return sum(
    weights.map((part, cell) => Math.ceil(((people * part) / weight) * unbornShare(ageOfCell(cell), until))),
  );
}

type Counts = ReadonlyMap<string, Int32Array>;
type TellWords = (words: Words) => void;

/** Each kommun has the whole number of inhabitants just below or above its share of all, but for the unborn. */
function judgeShares(
  { municipalities, people }: Census,
  counts: Counts,
  slack: number,
  tell: TellWords,
): void {
  const thousands = sum(municipalities.map((each) => each.thousands));
  for (const { name, thousands: own } of municipalities) {
    const here = sum([...(counts.get(name) ?? [])]);
    const share = (people * own) / thousands;
    if (here - share < 1 && share - here < 1 + slack) continue;
    tell({
      sv: `${name} har ${here} invånare, kvoten är ${share.toFixed(1)}`,
      en: `${name} has ${here} inhabitants, its quota is ${share.toFixed(1)}`,
    });
  }
}

/** Each kommun has just as many women and men of each age as the census says, but for the unborn. */
function judgeCells(census: Census, counts: Counts, until: string, slack: number, tell: TellWords): void {
  const mayLack = Array.from({ length: AGES }, (_, age) => (unbornShare(age, until) > 0 ? slack : 0));
  census.municipalities.forEach(({ name }, place) => {
    counts.get(name)?.forEach((found, cell) => {
      const age = ageOfCell(cell);
      const sex = sexOfCell(cell);
      const expected = census.count(place, sex, age);
      if (found <= expected && found >= expected - (mayLack[age] ?? 0)) return;
      tell({
        sv: `${name} har ${found} ${sex === 'female' ? 'kvinnor' : 'män'} som är ${age} år, kvoten är ${expected}`,
        en: `${name} has ${found} ${sex === 'female' ? 'women' : 'men'} aged ${age}, the quota is ${expected}`,
      });
    });
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
