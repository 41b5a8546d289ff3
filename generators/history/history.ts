import type { Inhabitant } from '../demography/inhabitant.ts';
import type { Pupil } from '../organisation/pupil.ts';
import type { Unit } from '../organisation/units.ts';
import type { Minute } from './calendar.ts';
import { changedAt, type DeathFact, type Fact } from './facts.ts';

/** One person with everything that is told of the person: what the emitters write. */
export interface History {
  readonly person: Inhabitant;
  readonly guardians: readonly Inhabitant[];
  /** Where the person is listed, and which staff member there knows the person. */
  readonly listedAt: Unit;
  /** Absent for those who have not begun school, or left it before the time that deaths are told from. */
  readonly pupil: Pupil | undefined;
  /** In order of time. */
  readonly facts: readonly Fact[];
  readonly death: DeathFact | undefined;
  readonly until: Minute;
  /** Only what is new or changed from then on; minus infinity for all. */
  readonly since: Minute;
}

/** Whether the fact happened before the end of the history, and is new or changed since. */
export const isTold = (fact: Fact, { until, since }: History): boolean =>
  fact.at < until && (since === Number.NEGATIVE_INFINITY || changedAt(fact, until) >= since);
