import { DateTime } from 'luxon';
import type { RoadmapPlan } from '../../domain/roadmap.ts';
import { type Dependencies, dependenciesOf } from '../../scenarios/roadmap/dependencies.ts';
import { inTurn } from '../../scenarios/roadmap/in-turn.ts';
import { daysBetween, type IsShown, type WorkLeft, workLeft } from './work-left.ts';

/** A piece of work of a stage, in time; dates are ISO. */
export interface ScheduledWork extends Omit<WorkLeft, 'stage'> {
  /** RoadmapStage.id */
  readonly stage: string;
  /** When it can begin and end at the earliest, as all that it waits for is done. */
  readonly begins: string;
  readonly ends: string;
  /** When it must begin and end at the latest for every start to hold; absent where no start waits for it. */
  readonly latestBegin?: string;
  readonly latestEnd?: string;
  /** Days between the earliest and the latest end; negative when it is too late. */
  readonly slack?: number;
}

/** A start against what is left before it. */
export interface ScheduledStart {
  /** RoadmapStage.id */
  readonly stage: string;
  readonly goLive: string;
  /** When what is left can be done at the earliest. */
  readonly earliest: string;
  /** Days between them; negative when the start cannot be held. */
  readonly slack: number;
  readonly isLive: boolean;
  /** The longest chain of what is left before the start, first to last, by key. */
  readonly chain: readonly string[];
}

export interface Schedule {
  readonly work: readonly ScheduledWork[];
  readonly starts: readonly ScheduledStart[];
}

/** In days from today on. */
interface Timed {
  readonly begin: number;
  readonly end: number;
  /** When it could end if its own day were no hindrance. */
  readonly free: number;
}

/**
 * The critical path method (Kelley and Walker 1959): forward from today to when each thing can end, and back from each start to
 * when it must. A start that could come sooner still comes on its day, and what follows waits for it.
 * @param today ISO date
 */
export function scheduleOf(plan: RoadmapPlan, today: string, isShown: IsShown): Schedule {
  const dependencies = dependenciesOf(plan);
  const order = inTurn(dependencies);
  const left = workLeft(plan, order, today, isShown);
  const ordered = order.flatMap((key) => left.get(key) ?? []);
  const timed = forward(ordered, dependencies, today);
  const latest = backward(ordered, dependencies, today);
  const dateOf = (days: number): string => DateTime.fromISO(today).plus({ days }).toISODate() ?? today;
  return {
    work: ordered.map(({ stage, ...item }): ScheduledWork => {
      const { begin, end, free } = timedOf(timed, item.key);
      const must = latest.get(item.key);
      return {
        ...item,
        stage: stage.id,
        begins: dateOf(begin),
        ends: dateOf(end),
        ...(must === undefined
          ? {}
          : { latestBegin: dateOf(must - item.left), latestEnd: dateOf(must), slack: must - free }),
      };
    }),
    starts: ordered
      .filter(({ work }) => work.isStart === true)
      .map(({ key, stage: { id, goLive }, state }) => {
        const { free } = timedOf(timed, key);
        return {
          ...{ stage: id, goLive, earliest: dateOf(free), isLive: state === 'done' },
          slack: daysBetween(today, goLive) - free,
          chain: chainTo(key, dependencies, left, timed),
        };
      }),
  };
}

const NOW: Timed = { begin: 0, end: 0, free: 0 };
const timedOf = (timed: ReadonlyMap<string, Timed>, key: string): Timed => timed.get(key) ?? NOW;

/** When each thing can begin and end. */
function forward(
  ordered: readonly WorkLeft[],
  dependencies: Dependencies,
  today: string,
): ReadonlyMap<string, Timed> {
  const timed = new Map<string, Timed>();
  for (const { key, stage, work, state, left } of ordered) {
    if (state === 'done') continue;
    const begin = Math.max(0, ...(dependencies.get(key) ?? []).map((one) => timedOf(timed, one).end));
    const free = begin + left;
    const end = work.isStart === true ? Math.max(free, daysBetween(today, stage.goLive)) : free;
    timed.set(key, { begin, free, end });
  }
  return timed;
}

/** When each thing must have ended, for the starts that wait for it. */
function backward(
  ordered: readonly WorkLeft[],
  dependencies: Dependencies,
  today: string,
): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (const { key, stage, work, left } of ordered.toReversed()) {
    if (work.isStart === true) latest.set(key, daysBetween(today, stage.goLive));
    const end = latest.get(key);
    if (end === undefined) continue;
    for (const before of dependencies.get(key) ?? [])
      latest.set(before, Math.min(latest.get(before) ?? Number.POSITIVE_INFINITY, end - left));
  }
  return latest;
}

/** Back through what each thing waits for the longest, as long as anything is left of it. */
function chainTo(
  start: string,
  dependencies: Dependencies,
  left: ReadonlyMap<string, WorkLeft>,
  timed: ReadonlyMap<string, Timed>,
): string[] {
  const isLeft = (key: string): boolean => left.get(key)?.state !== 'done';
  const chain: string[] = [];
  let next: string | undefined = isLeft(start) ? start : undefined;
  while (next !== undefined) {
    chain.unshift(next);
    next = (dependencies.get(next) ?? [])
      .filter(isLeft)
      .toSorted((a, b) => timedOf(timed, b).end - timedOf(timed, a).end)[0];
  }
  return chain;
}
