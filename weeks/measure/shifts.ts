import type { FirstWeeks, WeekShift } from '../../domain/first-weeks.ts';
import { DAY } from '../../domain/time.ts';
import type { Incoming, ReportedDeviation } from '../deviation.ts';
import { judgeCondition } from '../rules/index.ts';
import { clockOn, dayOf, daysBetween } from '../swedish-time.ts';
import { type ByClass, byClass } from './by-class.ts';
import { closedIn, patientsOf, reportedIn, situationAt } from './situation.ts';

/** What one shift leaves to the next. */
export interface ShiftNote {
  readonly shift: WeekShift;
  readonly from: number;
  readonly to: number;
  readonly isOver: boolean;
  readonly reported: ByClass;
  readonly closed: number;
  /** What is open when it ends. */
  readonly open: ByClass;
  /** Of class 1 and open: what the next shift takes over by name. */
  readonly gravest: readonly ReportedDeviation[];
  readonly withoutOwner: readonly string[];
  readonly patients: number;
  /** The cause that most of its deviations had. */
  readonly cause?: { readonly cause: string; readonly count: number };
  /** Ids of the stop rules of the plan that were tripped when it ended. */
  readonly tripped: readonly string[];
}

/** How many shifts are told of. */
const SHOWN = 3;

/** The latest shifts, the one that goes on first. */
export function shiftNotes(plan: FirstWeeks, incoming: Incoming, at: number): ShiftNote[] {
  const { start } = situationAt(plan, incoming, at);
  return spansOf(plan.shifts, at)
    .filter(({ from, to }) => from <= at && to > start)
    .slice(-SHOWN)
    .toReversed()
    .map((span) => noteOf(plan, incoming, span, at));
}

interface Span {
  readonly shift: WeekShift;
  readonly from: number;
  readonly to: number;
}

/** The shifts of the days around, each until the next begins. */
function spansOf(shifts: readonly WeekShift[], at: number): Span[] {
  const days = daysBetween(dayOf(at - 2 * DAY), dayOf(at + DAY));
  const begins = days.flatMap((day) => shifts.map((shift) => ({ shift, from: clockOn(day, shift.from) })));
  return begins.flatMap(({ shift, from }, index) => {
    const next = begins[index + 1];
    return next === undefined ? [] : [{ shift, from, to: next.from }];
  });
}

function noteOf(plan: FirstWeeks, incoming: Incoming, { shift, from, to }: Span, at: number): ShiftNote {
  const end = Math.min(to, at);
  const situation = situationAt(plan, incoming, end);
  const { open } = situation;
  const came = reportedIn(situation.deviations, from, to);
  const [cause] = [...Map.groupBy(came, (each) => each.cause ?? '')]
    .filter(([name]) => name !== '')
    .map(([name, own]) => ({ cause: name, count: own.length }))
    .toSorted((a, b) => b.count - a.count);
  return {
    ...{ shift, from, to, isOver: to <= at },
    reported: byClass(came),
    closed: closedIn(situation.deviations, from, end + 1).length,
    open: byClass(open),
    gravest: open.filter((each) => each.class === 1),
    withoutOwner: open.filter(({ owner }) => owner === undefined).map(({ id }) => id),
    patients: patientsOf(came),
    ...(cause === undefined ? {} : { cause }),
    tripped: plan.stopRules
      .filter(({ condition }) => judgeCondition(condition, situation).verdict === 'fail')
      .map(({ id }) => id),
  };
}
