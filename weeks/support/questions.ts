import type { FirstWeeks } from '../../domain/first-weeks.ts';
import type { Bilingual } from '../../pages/bilingual.ts';
import { both, number } from '../../pages/bilingual.ts';

/** Cards of a lab, and at how many of them the person asked for help. */
export interface LabHelp {
  readonly runs: readonly string[];
  readonly cards: number;
  readonly helped: number;
}

/** How many ask for help, per 100 users and day, week by week, and where that comes from. */
export interface Questions {
  readonly weeks: readonly number[];
  readonly from: Bilingual;
  readonly isAssumed: boolean;
}

/**
 * How many are foreseen to ask. No trustworthy figure of tickets per 100 users was found, so a plan's is an assumption. What
 * people asked for in a lab says how it is the first week; the weeks after fall as the plan's own do.
 */
export function questionsOf({ support }: FirstWeeks, help?: LabHelp): Questions {
  const { perHundredUsersAndDay: planned, fromLab } = support;
  if (help === undefined || help.cards === 0)
    return {
      weeks: planned.weeks,
      from:
        planned.source === undefined
          ? both('antagande; ingen trovärdig siffra är känd', 'assumption; no trustworthy figure is known')
          : both(planned.source, planned.source),
      isAssumed: planned.source === undefined,
    };
  const share = help.helped / help.cards;
  const first = 100 * share * fromLab.tasksPerUserAndDay * fromLab.reachesSupport;
  const [plannedFirst = 0] = planned.weeks;
  const per100 = number(Math.round(1_000 * share) / 10);
  return {
    weeks: planned.weeks.map((each) => (plannedFirst === 0 ? first : (first * each) / plannedFirst)),
    from: both(
      `labb: hjälp vid ${help.helped} av ${help.cards} kort, ${per100.sv} av 100 (${help.runs.join(', ')})`,
      `lab: help at ${help.helped} of ${help.cards} cards, ${per100.en} in 100 (${help.runs.join(', ')})`,
    ),
    isAssumed: false,
  };
}
