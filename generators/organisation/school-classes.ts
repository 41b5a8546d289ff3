import type { Unit } from './units.ts';

/** A class of a school, whose pupils elevhälsan meets together: for vaccination and health visits. */
export interface SchoolClass {
  /** 'klass-1490-3-4b' */
  readonly key: string;
  /** '4B' */
  readonly name: string;
  readonly school: Unit;
}

/** Grundskolan: förskoleklass and nine years. */
const GRADES = ['F', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/**
 * Classes of each year. Assumption: of a school's 4,000 inhabitants some 450 are of school age (SCB, folkmängd efter
 * ålder), which makes two classes of 23 a year.
 */
const PARALLELS = ['A', 'B'];

export function* schoolClassesOf(units: readonly Unit[]): Generator<SchoolClass> {
  for (const school of units) {
    if (school.kind !== 'school-health') continue;
    const place = school.key.slice(school.key.indexOf('-') + 1);
    for (const grade of GRADES) {
      for (const parallel of PARALLELS) {
        const name = `${grade}${parallel}`;
        yield { key: `klass-${place}-${name.toLowerCase()}`, name, school };
      }
    }
  }
}
