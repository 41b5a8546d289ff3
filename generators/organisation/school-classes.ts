import type { Census } from '../demography/census.ts';
import type { Organisation, Unit } from './units.ts';

/** A class of a school, whose pupils elevhälsan meets together: for vaccination and health visits. */
export interface SchoolClass {
  /** 'klass-1490-3-4b' */
  readonly key: string;
  /** '4B' */
  readonly name: string;
  readonly hsaId: string;
  readonly school: Unit;
}

/** Grundskolan: förskoleklass and nine years. */
const NAMES = ['F', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** How many; the number of a grade is its place among them. */
export const GRADES = NAMES.length;
/**
 * Classes of each year. Assumption: of a school's 4,000 inhabitants some 450 are of school age (SCB, folkmängd efter
 * ålder), which makes two classes of 23 a year.
 */
const PARALLELS = ['A', 'B'];
export const PARALLEL_CLASSES = PARALLELS.length;

export function* schoolClassesOf(units: readonly Unit[]): Generator<SchoolClass> {
  for (const school of units) {
    if (school.kind !== 'school-health') continue;
    for (const grade of NAMES) for (const parallel of PARALLELS) yield classOf(school, grade, parallel);
  }
}

function classOf(school: Unit, grade: string, parallel: string): SchoolClass {
  const name = `${grade}${parallel}`;
  const place = school.key.slice(school.key.indexOf('-') + 1);
  return { key: `klass-${place}-${name.toLowerCase()}`, name, hsaId: `${school.hsaId}K${name}`, school };
}

/** Where somebody goes, or has gone, to school. */
export interface Schooling {
  readonly school: Unit;
  /** The class in a grade. */
  classIn(grade: number): SchoolClass;
}

/** A home, by the person after whom it is known. */
interface Home {
  readonly head: number;
  readonly municipalityCode: string;
}

/**
 * Shares the homes of a municipality out over its schools, and those of a school over the parallel classes, by turns in
 * the order of the census: mothers of one age go to one school after another. So classes of a year are nearly as large,
 * children of one mother go to one school, and each place can be told without the others.
 */
export function schooling(census: Census, organisation: Organisation): (home: Home) => Schooling {
  return ({ head, municipalityCode }) => {
    const schools = organisation.serving(municipalityCode, 'school-health');
    const { age, ordinal } = census.placeOf(head);
    const turn = age + ordinal;
    const school = schools[turn % schools.length];
    if (school === undefined) throw new RangeError(`There is no school in ${municipalityCode}.`);
    const parallel = PARALLELS[Math.floor(turn / schools.length) % PARALLELS.length] ?? '';
    return { school, classIn: (grade) => classOf(school, NAMES[grade] ?? '', parallel) };
  };
}
