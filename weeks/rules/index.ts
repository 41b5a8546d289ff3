import type { StopCondition } from '../../domain/first-weeks.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import type { Situation } from '../measure/situation.ts';
import { growing } from './growing.ts';
import { open } from './open.ts';
import { patients } from './patients.ts';
import { rate } from './rate.ts';
import { reported } from './reported.ts';
import type { ConditionOf, RuleFinding, RuleStrategy } from './rule.ts';

const STRATEGIES: { readonly [K in StopCondition['kind']]: RuleStrategy<K> } = {
  open,
  reported,
  rate,
  patients,
  growing,
};

/** What a stop rule, of whatever kind, says of a situation. */
export function judgeCondition<K extends StopCondition['kind']>(
  condition: ConditionOf<K>,
  situation: Situation,
): RuleFinding {
  const strategy: RuleStrategy<K> = STRATEGIES[condition.kind as K];
  return strategy.judge(condition as Parameters<typeof strategy.judge>[0], situation);
}

/** What it allows, in words. */
export function limitOf<K extends StopCondition['kind']>(condition: ConditionOf<K>): Bilingual {
  const strategy: RuleStrategy<K> = STRATEGIES[condition.kind as K];
  return strategy.limit(condition as Parameters<typeof strategy.limit>[0]);
}
