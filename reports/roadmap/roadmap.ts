import { DateTime } from 'luxon';
import type { DaysBefore, RoadmapPlan, RoadmapStage, StageWork } from '../../domain/roadmap.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Schedule, type ScheduledStart, type ScheduledWork, scheduleOf } from './schedule.ts';
import type { StageWeighed } from './weigh-stage.ts';
import { daysBetween } from './work-left.ts';

/** A check so many days before a start. */
export interface CheckResult extends Pick<DaysBefore, 'days' | 'sv' | 'en'> {
  /** ISO date. */
  readonly on: string;
  /** Days until then; negative when it has been. */
  readonly inDays: number;
  /** Of its gates today: passed; failed where the day has been; not covered while there is time. */
  readonly verdict: Verdict;
  /** Gates of it that are not passed. */
  readonly open: readonly string[];
}

/** A stage today: how ready, how far into its plan, and whether its start can be held. */
export interface StageToday extends Pick<RoadmapStage, 'id' | 'sv' | 'en' | 'goLive' | 'formerly'> {
  readonly start: ScheduledStart;
  /** Which month of its plan it is in, from one; zero and less before the plan has begun. */
  readonly month: number;
  readonly weighed: StageWeighed;
  readonly work: readonly ScheduledWork[];
  readonly checks: readonly CheckResult[];
}

/** An introduction as it stands on a day. */
export interface Roadmap {
  readonly plan: RoadmapPlan;
  /** ISO date. */
  readonly today: string;
  readonly stages: readonly StageToday[];
  /** The stage that has the least time to spare of those that are not live; none when all are. */
  readonly tightest?: string;
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
}

/**
 * How an introduction stands: what is left of each stage, by what its gates show and what somebody says of the rest.
 * @param weighed by RoadmapStage.id
 * @param today ISO date
 */
export function roadmapOf(
  plan: RoadmapPlan,
  weighed: ReadonlyMap<string, StageWeighed>,
  today: string,
  unreadable: Roadmap['unreadable'] = [],
): Roadmap {
  const schedule = scheduleOf(plan, today, (stage, work) => isShown(weighed.get(stage), work));
  const stages = plan.stages.flatMap((stage) => {
    const own = weighed.get(stage.id);
    return own === undefined ? [] : [stageToday(stage, own, schedule, plan, today)];
  });
  const tightest = stages
    .filter(({ start }) => !start.isLive)
    .toSorted((a, b) => a.start.slack - b.start.slack)[0];
  return { plan, today, stages, ...(tightest === undefined ? {} : { tightest: tightest.id }), unreadable };
}

/** All the gates that the stage has of those that show the work. */
function isShown(weighed: StageWeighed | undefined, { gates = [] }: StageWork): boolean {
  const own = weighed?.gates.filter(({ id }) => gates.includes(id)) ?? [];
  return own.length > 0 && own.every(({ verdict }) => verdict === 'pass');
}

function stageToday(
  stage: RoadmapStage,
  weighed: StageWeighed,
  { work, starts }: Schedule,
  { months, checks }: RoadmapPlan,
  today: string,
): StageToday {
  const { id, sv, en, goLive, formerly } = stage;
  const start = starts.find((one) => one.stage === id);
  if (start === undefined) throw new Error(`The stage ${id} has no start.`);
  const begins = DateTime.fromISO(goLive).minus({ months });
  return {
    ...{ id, sv, en, goLive },
    ...(formerly === undefined ? {} : { formerly }),
    start,
    month: Math.floor(DateTime.fromISO(today).diff(begins, 'months').months) + 1,
    weighed,
    work: work.filter((one) => one.stage === id),
    checks: checks.map((check) => checkResult(check, goLive, weighed, today)),
  };
}

function checkResult(
  { days, sv, en, gates }: DaysBefore,
  goLive: string,
  weighed: StageWeighed,
  today: string,
): CheckResult {
  const on = DateTime.fromISO(goLive).minus({ days }).toISODate() ?? goLive;
  const inDays = daysBetween(today, on);
  const open = gates.filter((gate) => weighed.gates.find(({ id }) => id === gate)?.verdict !== 'pass');
  const verdict: Verdict = open.length === 0 ? 'pass' : inDays <= 0 ? 'fail' : 'not-covered';
  return { days, sv, en, on, inDays, verdict, open };
}
