import { textAt } from '../json.ts';
import type { JsonObject, Place } from '../rule.ts';
import { instantOf } from './instant.ts';

export type Sex = 'female' | 'male';

/** Somebody of the population, as the Patient resource tells it. */
export interface Person {
  readonly id: string;
  /** What the ids of all that is told of them begin with. */
  readonly prefix: string;
  readonly place: Place;
  readonly sex: Sex;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** Epoch milliseconds of the midnight that began the day of birth. */
  readonly born: number;
  /** Epoch milliseconds; infinite for the living. */
  readonly died: number;
  /** YYYY-MM-DD in Sweden; after every date for the living. */
  readonly deathDate: string;
  /** Name of the kommun. */
  readonly municipality: string;
}

/** What the id of a Patient begins with. */
export const PERSON = 'p-';
const NEVER = '9999-12-31';
/** Swedish midnight is an hour or two before that of UTC. */
const EARLIEST_OFFSET = 2 * 3_600_000;

/** Undefined for a Patient that does not say when it was born and of which sex. */
export function personOf(resource: JsonObject, place: Place): Person | undefined {
  const { id, gender, birthDate, deceasedDateTime } = resource;
  if (typeof id !== 'string' || typeof birthDate !== 'string') return undefined;
  if (gender !== 'female' && gender !== 'male') return undefined;
  const dead = typeof deceasedDateTime === 'string' ? deceasedDateTime : undefined;
  return {
    id,
    prefix: `${id.slice(PERSON.length)}-`,
    place,
    sex: gender,
    birthDate,
    born: Date.parse(birthDate) - EARLIEST_OFFSET,
    died: dead === undefined ? Number.POSITIVE_INFINITY : instantOf(dead),
    deathDate: dead?.slice(0, 10) ?? NEVER,
    municipality: textAt(resource, 'address', 0, 'district') ?? '',
  };
}

/** Completed years on a date (YYYY-MM-DD). */
export function ageOn({ birthDate }: Person, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
}
