import { DEATHS_FROM, type Minute, minuteOfDate } from '../history/calendar.ts';
import { GRADES, type SchoolClass, type Schooling } from './school-classes.ts';

/** What school knows of somebody. */
export interface Pupil {
  /** Absent for those who have left. */
  readonly schoolClass: SchoolClass | undefined;
  /** When they began in that class, or left. */
  readonly since: Minute;
}

/** Förskoleklass begins in the autumn of the year in which a child turns six (skollagen 2010:800, 7 and 9 kap.). */
const FIRST_AGE = 6;
/** Month and day on which a school year begins. Assumption: the middle of August. */
const SCHOOL_YEAR_BEGINS = '08-15';

/**
 * Somebody's place in school as it is before a date (YYYY-MM-DD). Absent for those who have not begun school, and for
 * those who left it before the time that deaths are told from: of them nothing of it is told.
 */
export function pupilOn(date: string, birthYear: number, { classIn }: Schooling): Pupil | undefined {
  const leaves = beginsIn(birthYear, GRADES);
  if (date <= beginsIn(birthYear, 0) || minuteOfDate(leaves) < DEATHS_FROM) return undefined;
  const grade = gradeOn(birthYear, date);
  return {
    schoolClass: grade === undefined ? undefined : classIn(grade),
    since: minuteOfDate(beginsIn(birthYear, grade ?? GRADES)),
  };
}

/** The year of school (0 is förskoleklass, 9 the last) of those born in a year, as it is before a date (YYYY-MM-DD). */
export function gradeOn(birthYear: number, date: string): number | undefined {
  const year = Number(date.slice(0, 4)) - (date.slice(5) > SCHOOL_YEAR_BEGINS ? 0 : 1);
  const grade = year - birthYear - FIRST_AGE;
  return grade >= 0 && grade < GRADES ? grade : undefined;
}

/** The date (YYYY-MM-DD) on which those born in a year begin a grade; that after the last is when they have left. */
const beginsIn = (birthYear: number, grade: number): string =>
  `${birthYear + FIRST_AGE + grade}-${SCHOOL_YEAR_BEGINS}`;
