import { DateTime } from 'luxon';
import {
  type RoadmapPlan,
  type RoadmapStage,
  type StageWork,
  type WorkSaid,
  workKey,
} from '../../domain/roadmap.ts';

/** How far work has come: shown by gates or said by somebody, begun, or neither. */
export type WorkState = 'done' | 'under-way' | 'ahead';

/** A piece of work of a stage, how far it has come and how many days of it are left. */
export interface WorkLeft {
  readonly key: string;
  readonly stage: RoadmapStage;
  readonly work: StageWork;
  readonly state: WorkState;
  readonly left: number;
  /** What somebody says of it, where no gate shows that it is done. */
  readonly said?: WorkSaid;
}

/** Whether the gates that show work of a stage are passed. */
export type IsShown = (stage: string, work: StageWork) => boolean;

const WEEK = 7;

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round(DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days);

/**
 * All work of all stages by {@link workKey}, in the order in which it must be done.
 * @param order keys, each after all that it waits for
 * @param today ISO date
 */
export function workLeft(
  plan: RoadmapPlan,
  order: readonly string[],
  today: string,
  isShown: IsShown,
): ReadonlyMap<string, WorkLeft> {
  const all = new Map(
    plan.stages.flatMap((stage) => plan.work.map((work) => [workKey(stage.id, work.id), { stage, work }])),
  );
  const result = new Map<string, WorkLeft>();
  for (const key of order) {
    const item = all.get(key);
    if (item === undefined) continue;
    const { stage, work } = item;
    const said = plan.said.find((one) => one.stage === stage.id && one.work === work.id);
    const hasBegun = said?.begun !== undefined && said.begun <= today;
    const isDone =
      (said?.done !== undefined && said.done <= today) ||
      ((work.gates ?? []).length > 0 && isShown(stage.id, work)) ||
      isInherited(stage, work, result);
    const whole = WEEK * (stage.after.length === 0 ? work.weeks : work.weeksAgain);
    result.set(key, {
      ...{ key, stage, work },
      state: isDone ? 'done' : hasBegun ? 'under-way' : 'ahead',
      ...(said === undefined ? {} : { said }),
      left: isDone ? 0 : hasBegun ? leftOf(whole, daysBetween(said.begun ?? today, today)) : whole,
    });
  }
  return result;
}

const isInherited = (
  { after }: RoadmapStage,
  { id, inherits }: StageWork,
  before: ReadonlyMap<string, WorkLeft>,
): boolean =>
  inherits === 'whole' &&
  after.length > 0 &&
  after.every((stage) => before.get(workKey(stage, id))?.state === 'done');

/** What should be done by now and is not has a week left, until it is seen to be done. */
const leftOf = (whole: number, passed: number): number => Math.max(Math.min(WEEK, whole), whole - passed);
