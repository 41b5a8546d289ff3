import type { Expected } from '../../domain/access-evidence.ts';
import { type AccessRules, type Condition, DIMENSIONS, type Situation } from '../rules.ts';

/** What the rules say, in a few lines without Cedar: what the compiled policies are held against. */
export function plainly({ rules }: AccessRules, situation: Situation): Expected {
  const holds = (condition: Condition): boolean =>
    DIMENSIONS.every((dimension) => condition[dimension]?.includes(situation[dimension]) ?? true);
  const fitting = rules.filter(({ when, unless }) => holds(when) && !(unless !== undefined && holds(unless)));
  const has = (expected: Expected) => fitting.some(({ expect }) => expect === expected);
  if (has('must-not')) return 'must-not';
  return has('must') ? 'must' : has('may') ? 'may' : 'must-not';
}
