import type { GateDecision } from '../../domain/decision.ts';
import type { FirstWeeks, StopRule } from '../../domain/first-weeks.ts';
import { HOUR } from '../../domain/time.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { hashOfRule } from '../../scenarios/load-first-weeks.ts';
import type { Incoming } from '../deviation.ts';
import { judgeCondition, limitOf } from '../rules/index.ts';
import type { RuleFinding } from '../rules/rule.ts';
import { type Situation, situationAt } from './situation.ts';

/** The stop rules as somebody fixed them, with signature, before the start. */
export interface FixedRules {
  readonly decision: GateDecision;
  readonly rules: readonly StopRule[];
}

/** What people have decided: the rules beforehand, and the course in the weeks; the oldest first. */
export interface WeekDecisions {
  readonly fixed?: FixedRules;
  /** Fixed, or fixed anew, when the weeks had begun: told, and not what is judged by. */
  readonly late: readonly GateDecision[];
  readonly courses: readonly GateDecision[];
}

/** A rule that is not what was fixed. */
export interface RuleChange {
  readonly id: string;
  readonly what: 'changed' | 'added' | 'removed';
  readonly was?: Bilingual;
  readonly is?: Bilingual;
}

/** What a rule says now, and when it was tripped. */
export interface RuleResult extends Omit<StopRule, 'condition'>, RuleFinding {
  readonly limit: Bilingual;
  /** The first and the last whole hour at which it was tripped; absent where it never was. */
  readonly tripped?: { readonly first: number; readonly last: number };
  /** The course that was decided after it was last tripped. */
  readonly answered?: GateDecision;
}

/** The stop rules of the weeks, judged as they were fixed. */
export interface RulesJudged {
  readonly rules: readonly RuleResult[];
  readonly changes: readonly RuleChange[];
  /** Whether they were fixed before the start. */
  readonly isFixed: boolean;
  readonly verdict: Verdict;
}

/**
 * Judges every stop rule as it was fixed before the start; where none was, as they stand, which can be told to be tripped and
 * never to hold. A rule that was tripped stays so until somebody decides the course by name: what has gone over by itself in
 * the night is still to be answered for. In data in which nothing is new no rule holds.
 */
export function judgeRules(
  plan: FirstWeeks,
  incoming: Incoming,
  at: number,
  { fixed, courses }: WeekDecisions,
  isFresh: boolean,
): RulesJudged {
  const now = situationAt(plan, incoming, at);
  const past = hoursBefore(now).map((hour) => situationAt(plan, incoming, hour));
  const rules = (fixed?.rules ?? plan.stopRules).map((rule) => judge(rule, now, past, courses, isFresh));
  return {
    rules,
    changes: fixed === undefined ? [] : changesSince(fixed.rules, plan.stopRules),
    isFixed: fixed !== undefined,
    verdict: worst([...rules.map(({ verdict }) => verdict), ...(fixed === undefined ? [NOT_FIXED] : [])]),
  };
}

/** Rules that anybody may still move hold nothing. */
const NOT_FIXED: Verdict = 'not-covered';

/** Whole hours since the start, for a rule that was tripped and is no longer. */
function hoursBefore({ start, at }: Situation): number[] {
  const count = Math.max(0, Math.ceil((at - start) / HOUR) - 1);
  return Array.from({ length: count }, (_, index) => start + (index + 1) * HOUR);
}

function judge(
  { condition, ...rule }: StopRule,
  now: Situation,
  past: readonly Situation[],
  courses: readonly GateDecision[],
  isFresh: boolean,
): RuleResult {
  const finding = judgeCondition(condition, now);
  const hours = [...past, now].filter((each) => judgeCondition(condition, each).verdict === 'fail');
  const [first, last] = [hours[0]?.at, hours.at(-1)?.at];
  const answered =
    last === undefined ? undefined : courses.findLast((decision) => Date.parse(decision.at) >= last);
  return {
    ...rule,
    ...finding,
    limit: limitOf(condition),
    verdict: verdictOf(finding.verdict, last !== undefined && answered === undefined, isFresh),
    ...(first === undefined || last === undefined ? {} : { tripped: { first, last } }),
    ...(answered === undefined ? {} : { answered }),
  };
}

function verdictOf(now: Verdict, isUnanswered: boolean, isFresh: boolean): Verdict {
  if (now === 'fail' || isUnanswered) return 'fail';
  return isFresh ? now : worst([now, 'unknown']);
}

function changesSince(then: readonly StopRule[], now: readonly StopRule[]): RuleChange[] {
  const ids = new Set([...then, ...now].map(({ id }) => id));
  return [...ids].flatMap((id): RuleChange[] => {
    const [before, after] = [then, now].map((rules) => rules.find((rule) => rule.id === id));
    if (before !== undefined && after !== undefined && hashOfRule(before) === hashOfRule(after)) return [];
    return [
      {
        id,
        what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
        ...(before === undefined ? {} : { was: wordsOf(before) }),
        ...(after === undefined ? {} : { is: wordsOf(after) }),
      },
    ];
  });
}

const wordsOf = ({ demands, condition }: StopRule): Bilingual => {
  const limit = limitOf(condition);
  const course = COURSE_OF_RULE[demands];
  return both(`${limit.sv}; annars: ${course.sv}`, `${limit.en}; else: ${course.en}`);
};

/** What is done when a rule is tripped. */
export const COURSE_OF_RULE: Readonly<Record<StopRule['demands'], Bilingual>> = {
  hold: both('vänta med allt nytt', 'begin nothing new'),
  stop: both('stoppa, reservrutinen tar vid', 'stop, the reserve routine takes over'),
};
