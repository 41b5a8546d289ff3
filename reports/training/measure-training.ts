import { DateTime } from 'luxon';
import type { Role } from '../../domain/role.ts';
import type { Course, RosterLine, StaffNeed, TrainingPlan, TrainingRecord } from '../../domain/training.ts';

/** Those of a role at a unit who work in the first weeks, and how many of them are ready. */
export interface TrainingPart {
  readonly unit: string;
  readonly unitName: string;
  readonly role: Role;
  /** People it takes by the shifts; absent where the day has no such shifts. */
  readonly need?: Pick<StaffNeed, 'perDay' | 'people'>;
  /** Who works there: those on the roster, or as many as the shifts take where there is no roster. */
  readonly working: number;
  /** Of them, those who have passed all that their role must. */
  readonly trained: number;
  /** By course: how many of those who work there have passed it. */
  readonly courses: readonly { readonly course: string; readonly passed: number }[];
}

/** Somebody who works there and is not ready. */
interface Lacking {
  readonly pseudonym: string;
  readonly unit: string;
  readonly role: Role;
  readonly courses: readonly string[];
}

/** Who of those who will work in the first weeks is trained; recomputed from the records, whatever anybody states. */
export interface TrainingResult {
  /** ISO date. */
  readonly asOf: string;
  readonly plan: Pick<TrainingPlan, 'stage' | 'goLive' | 'weeks' | 'day' | 'courses'>;
  /** Where the number of those who work there comes from. */
  readonly basis: 'roster' | 'staffing';
  readonly parts: readonly TrainingPart[];
  readonly all: { readonly working: number; readonly trained: number };
  /** What a register says of itself: rows, and rows that were passed. Not the answer. */
  readonly rows: { readonly all: number; readonly passed: number };
  /** People with records who do not work there in the first weeks. */
  readonly elsewhere: number;
  /** Courses in the records that the plan does not ask for. */
  readonly otherCourses: readonly string[];
  readonly lacking: readonly Lacking[];
}

export interface TrainingInput {
  readonly plan: TrainingPlan;
  readonly needs: readonly StaffNeed[];
  readonly records: readonly TrainingRecord[];
  readonly roster?: readonly RosterLine[];
  /** ISO date. */
  readonly today: string;
}

/**
 * The denominator is who works there, not who was enrolled: the VA reported that 89 % had passed when 44 % had (D26,
 * docs/sources.md). A person counts as trained when the last record of every course of the role is a pass that still counts at
 * the start.
 */
export function measureTraining({ plan, needs, records, roster, today }: TrainingInput): TrainingResult {
  const { stage, goLive, weeks, day, courses } = plan;
  const people = roster === undefined ? once(records) : atWork(roster, plan);
  const places = placesOf(needs, roster === undefined ? [] : people);
  const groups = Map.groupBy(people, placeOf);
  const passes = passesOf(records, plan);
  const judged = places.map((place) => judgePlace(place, groups.get(placeOf(place)) ?? [], courses, passes));
  const parts = judged.map(({ part, people: own }) =>
    partOf(part, own, roster === undefined ? (part.need?.people ?? 0) : own.length),
  );
  const workers = new Set(judged.flatMap(({ people: own }) => own.map(({ pseudonym }) => pseudonym)));
  const asked = new Set(courses.map(({ id }) => id));
  return {
    asOf: today,
    plan: { stage, goLive, weeks, day, courses },
    basis: roster === undefined ? 'staffing' : 'roster',
    parts,
    all: {
      working: sum(parts.map(({ working }) => working)),
      trained: sum(parts.map(({ trained }) => trained)),
    },
    rows: { all: records.length, passed: records.filter(({ passed }) => passed).length },
    elsewhere: new Set(records.map(({ pseudonym }) => pseudonym).filter((one) => !workers.has(one))).size,
    otherCourses: [...new Set(records.map(({ course }) => course))].filter((one) => !asked.has(one)).sort(),
    lacking: judged.flatMap(({ part: { unit, role }, people: own }) =>
      own
        .filter(({ lacks }) => lacks.length > 0)
        .map(({ pseudonym, lacks }) => ({ pseudonym, unit, role, courses: lacks })),
    ),
  };
}

interface Place {
  readonly unit: string;
  readonly role: Role;
  readonly need?: StaffNeed;
}

/** Those that the shifts need, and those where somebody is on the roster besides. */
function placesOf(needs: readonly StaffNeed[], people: readonly Person[]): Place[] {
  const places = new Map<string, Place>(
    needs.map((need) => [placeOf(need), { unit: need.unit, role: need.role, need }]),
  );
  for (const { unit, role } of people) {
    const place = { unit, role };
    if (!places.has(placeOf(place))) places.set(placeOf(place), place);
  }
  return [...places.values()];
}

/** Somebody at a place, and the courses that are not passed. */
interface Judged {
  readonly pseudonym: string;
  readonly lacks: readonly string[];
}

/** What everybody at a place lacks of the courses that the role must have passed. */
function judgePlace(
  place: Place,
  people: readonly Person[],
  courses: readonly Course[],
  passes: ReadonlySet<string>,
) {
  const asked = courses.filter(({ roles }) => roles.includes(place.role)).map(({ id }) => id);
  return {
    part: { ...place, asked },
    people: people.map(
      ({ pseudonym }): Judged => ({
        pseudonym,
        lacks: asked.filter((course) => !passes.has(passOf(pseudonym, place.role, course))),
      }),
    ),
  };
}

/** No more count as trained than work there. */
function partOf(
  { unit, role, need, asked }: Place & { readonly asked: readonly string[] },
  people: readonly Judged[],
  working: number,
): TrainingPart {
  const count = (holds: (one: Judged) => boolean): number => Math.min(people.filter(holds).length, working);
  return {
    unit,
    unitName: need?.unitName ?? unit,
    role,
    ...(need === undefined ? {} : { need: { perDay: need.perDay, people: need.people } }),
    working,
    trained: count(({ lacks }) => lacks.length === 0),
    courses: asked.map((course) => ({ course, passed: count(({ lacks }) => !lacks.includes(course)) })),
  };
}

const placeOf = ({ unit, role }: Pick<Person, 'unit' | 'role'>): string => `${unit} ${role}`;
const passOf = (pseudonym: string, role: Role, course: string): string =>
  JSON.stringify([pseudonym, role, course]);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

type Person = Pick<RosterLine, 'pseudonym' | 'unit' | 'role'>;

/** Each person once at each place, however many rows tell of it. */
function once(people: readonly Person[]): Person[] {
  const seen = new Map(
    people.map(({ pseudonym, unit, role }) => [
      JSON.stringify([pseudonym, unit, role]),
      { pseudonym, unit, role },
    ]),
  );
  return [...seen.values()];
}

/** Those who are there on some day of the first weeks. */
function atWork(roster: readonly RosterLine[], { goLive, weeks }: TrainingPlan): Person[] {
  const last = DateTime.fromISO(goLive).plus({ weeks }).minus({ days: 1 }).toISODate() ?? goLive;
  return once(roster.filter(({ from = goLive, to = last }) => from <= last && to >= goLive));
}

/** Who has passed what: the last record of a course counts, and a pass that is too old at the start is none. */
function passesOf(
  records: readonly TrainingRecord[],
  { courses, goLive }: TrainingPlan,
): ReadonlySet<string> {
  const byCourse = new Map(courses.map((course) => [course.id, course]));
  const last = new Map<string, TrainingRecord>();
  for (const record of records.toSorted(byDate)) {
    last.set(passOf(record.pseudonym, record.role, record.course), record);
  }
  return new Set(
    [...last]
      .filter(([, { passed, course, date }]) => {
        const asked = byCourse.get(course);
        return passed && asked !== undefined && countsAt(goLive, date, asked);
      })
      .map(([key]) => key),
  );
}

/** Of two on one day the fail comes last: whoever failed must pass on another day, or show when. */
const byDate = (a: TrainingRecord, b: TrainingRecord): number =>
  a.date === b.date ? Number(b.passed) - Number(a.passed) : a.date < b.date ? -1 : 1;

function countsAt(goLive: string, date: string, { validMonths }: Course): boolean {
  if (validMonths === undefined) return true;
  return date >= (DateTime.fromISO(goLive).minus({ months: validMonths }).toISODate() ?? '');
}
