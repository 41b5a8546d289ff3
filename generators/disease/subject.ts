import { MINUTES_A_YEAR, type Minute } from '../history/calendar.ts';
import type { Unit } from '../organisation/units.ts';
import type { CompiledWho } from './compile.ts';
import type { Contact } from './module.ts';

/** Whom a life happens to, as far as disease cares. */
export interface Subject {
  /** Index in the population; the key of every draw. */
  readonly index: number;
  readonly sex: 'female' | 'male';
  readonly birth: Minute;
  readonly birthYear: number;
  /** Where this person goes for such a contact. */
  unitFor(contact: Contact): Unit;
}

/** Whether somebody is meant, given which diseases (by position) the person has. */
export function isMeant(
  who: CompiledWho | undefined,
  subject: Subject,
  at: Minute,
  has: Uint8Array,
): boolean {
  if (who === undefined) return true;
  if (!couldBeMeant(who, subject)) return false;
  const age = (at - subject.birth) / MINUTES_A_YEAR;
  if (age < who.ageFrom || age >= who.ageBelow) return false;
  if (who.has !== undefined && has[who.has] !== 1) return false;
  return who.hasNot === undefined || has[who.hasNot] !== 1;
}

/** What never changes of a person. */
export function couldBeMeant(who: CompiledWho | undefined, { sex, birthYear }: Subject): boolean {
  if (who === undefined) return true;
  if (who.sex !== undefined && who.sex !== sex) return false;
  return birthYear >= who.bornFrom && birthYear <= who.bornTo;
}
