import { gradeOn } from '../../organisation/pupil.ts';
import { PARALLEL_CLASSES } from '../../organisation/school-classes.ts';
import { listAt, textAt } from '../json.ts';
import type { Person } from '../read/person.ts';
import type { JsonObject, Place, Rule, Words } from '../rule.ts';

/** 'Organization/klass-1490-3-4b': school and year. */
const CLASS = /^Organization\/(klass-.+-([f\d]))\w$/;
/** Pupils in the largest class. Assumption: classes of more than thirty are rare, and of more than 35 unheard of. */
const LARGEST = 35;
/** Where the classes of a year are this large on average, none has less than half of it. */
const JUDGED_FROM = 10;

/** The parallel classes of one year of a school. */
interface Year {
  /** The first pupil seen. */
  readonly place: Place;
  /** By class. */
  readonly pupils: Map<string, number>;
}

interface YearOfShard {
  readonly year: string;
  readonly place: Place;
  readonly pupils: Readonly<Record<string, number>>;
}

/** Pupils go to a class of their age, everybody of that age does, and classes are as large as classes are. */
export const SCHOOL_CLASSES: Rule<readonly YearOfShard[]> = {
  name: 'school-classes',
  title: {
    sv: 'Elever går i en klass för sin ålder, och klasserna är rimligt stora',
    en: 'Pupils are in a class of their age, and classes are of a plausible size',
  },
  watch({ manifest, until }, tell) {
    const years = new Map<string, Year>();
    const add = (year: string, place: Place, reference: string, pupils: number): void => {
      const seen = years.get(year) ?? { place, pupils: new Map() };
      seen.pupils.set(reference, (seen.pupils.get(reference) ?? 0) + pupils);
      years.set(year, seen);
    };
    return {
      types: ['Patient'],
      see({ resource, person, place }) {
        if (person === undefined || person.died < until) return;
        const reference = classOf(resource);
        const [, year = '', grade = ''] = CLASS.exec(reference ?? '') ?? [];
        const found = reference === undefined ? undefined : grade === 'f' ? 0 : Number(grade);
        const due = gradeOn(Number(person.birthDate.slice(0, 4)), manifest.choices.until);
        if (found !== due) tell(place, wrongGrade(person, found, due));
        if (reference !== undefined) add(year, place, reference, 1);
      },
      give() {
        const given = Array.from(years, ([year, { place, pupils }]) => ({
          year,
          place,
          pupils: Object.fromEntries(pupils),
        }));
        years.clear();
        return given;
      },
      take(given) {
        for (const { year, place, pupils } of given) {
          for (const [reference, count] of Object.entries(pupils)) add(year, place, reference, count);
        }
      },
      end() {
        for (const [year, { place, pupils }] of years)
          if (!isPlausible([...pupils.values()])) tell(place, wrongSize(year, [...pupils.values()]));
      },
    };
  },
};

/** Patients refer to their class as to a contact. */
const classOf = (patient: JsonObject): string | undefined =>
  listAt(patient, 'contact')
    .map((contact) => textAt(contact, 'organization', 'reference'))
    .find((reference) => reference?.startsWith('Organization/klass-'));

function isPlausible(sizes: readonly number[]): boolean {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / PARALLEL_CLASSES;
  const smallest = sizes.length < PARALLEL_CLASSES ? 0 : Math.min(...sizes);
  return Math.max(...sizes) <= LARGEST && (mean < JUDGED_FROM || smallest >= mean / 2);
}

const inWords = (grade: number | undefined): Words =>
  grade === undefined
    ? { sv: 'ingen klass', en: 'no class' }
    : grade === 0
      ? { sv: 'förskoleklass', en: 'förskoleklass' }
      : { sv: `årskurs ${grade}`, en: `year ${grade}` };

function wrongGrade({ id, birthDate }: Person, found: number | undefined, due: number | undefined): Words {
  const [is, should] = [inWords(found), inWords(due)];
  return {
    sv: `Patient/${id}, född ${birthDate}, har ${is.sv}; ${should.sv} väntas`,
    en: `Patient/${id}, born ${birthDate}, has ${is.en}; ${should.en} is expected`,
  };
}

function wrongSize(year: string, sizes: readonly number[]): Words {
  return {
    sv: `${year} har ${sizes.join(' och ')} elever i sina klasser; högst ${LARGEST} och ungefär lika många i var och en av ${PARALLEL_CLASSES} väntas`,
    en: `${year} has ${sizes.join(' and ')} pupils in its classes; at most ${LARGEST} and about as many in each of ${PARALLEL_CLASSES} are expected`,
  };
}
