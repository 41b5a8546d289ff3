import type { StopCondition } from '../../domain/first-weeks.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { Situation } from '../measure/situation.ts';

/** What a stop rule says of a situation: `fail` is tripped. */
export interface RuleFinding {
  readonly verdict: Verdict;
  readonly measured: Bilingual;
  /** The deviations that it counts, by id. */
  readonly of: readonly string[];
}

/** Judges one kind of stop rule. */
export interface RuleStrategy<K extends StopCondition['kind']> {
  limit(condition: ConditionOf<K>): Bilingual;
  judge(condition: ConditionOf<K>, situation: Situation): RuleFinding;
}

export type ConditionOf<K extends StopCondition['kind']> = Extract<StopCondition, { kind: K }>;

/** 'klass 1 och 2' */
export const classesText = (classes: readonly number[]): Bilingual =>
  both(`klass ${classes.join(' och ')}`, `class ${classes.join(' and ')}`);

/** '24 timmar', '3 dygn'. */
export const hoursText = (hours: number): Bilingual => {
  const days = hours / 24;
  if (hours > 24 && Number.isInteger(days)) return both(`${days} dygn`, `${days} days`);
  return hours === 1 ? both('en timme', 'an hour') : both(`${hours} timmar`, `${hours} hours`);
};
