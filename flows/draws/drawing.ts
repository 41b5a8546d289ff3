import fc, { type Arbitrary } from 'fast-check';
import type { Activity, ActivityKind, Task } from '../../domain/activity.ts';
import type { CareFlow, DrawnStep } from '../../domain/care-flow.ts';
import { randomStream } from '../../domain/random.ts';

/** How the values of a task may vary without its flow meaning anything else. */
export interface Drawing<T extends Task = Task> {
  /** Values that lie at their limits. */
  readonly limits: Arbitrary<T>;
  /** All values between them, the simplest first: what was drawn is made simpler by it. The limits alone when absent. */
  readonly between?: Arbitrary<T>;
}

/**
 * What an area may draw: of each kind of task, from the task as it is written and all that its flow does and sees. Undefined where
 * the flow leaves nothing to choose.
 */
export type AreaDraws = Readonly<
  Record<ActivityKind, (task: Task, flow: readonly Activity[]) => Drawing | undefined>
>;

/** An area's draws, each told of the tasks of its own kind. */
export const drawsOf = <T extends Task>(
  draws: {
    readonly [K in T['kind']]?: (
      task: Extract<T, { kind: K }>,
      flow: readonly Activity[],
    ) => Drawing<Extract<T, { kind: K }>> | undefined;
  },
): AreaDraws => draws as unknown as AreaDraws;

/** What may be drawn in a step; undefined where nothing may. */
export function drawingOf(flow: CareFlow, step: number, draws: AreaDraws): Drawing | undefined {
  const activity = flow.steps[step]?.activity;
  if (activity?.type !== 'task') return undefined;
  const all = flow.steps.flatMap((each) => (each.activity.type === 'wait' ? [] : [each.activity]));
  return draws[activity.kind]?.(activity, all);
}

/**
 * Draws the values of a flow for one instance: the same for the same seed and key, whoever else is drawn for. A step whose draw is
 * what is written is left out.
 */
export function drawValues(
  flow: CareFlow,
  { seed, key }: { readonly seed: number; readonly key: string },
  draws: AreaDraws,
): readonly DrawnStep[] {
  return flow.steps.flatMap(({ activity: written }, step) => {
    const drawing = drawingOf(flow, step, draws);
    if (drawing === undefined) return [];
    const own = randomStream(seed, 'drawn-value', key, step).below(2 ** 31);
    const [activity] = fc.sample(drawing.limits, { seed: own, numRuns: 1 });
    const isAsWritten = JSON.stringify(activity) === JSON.stringify(written);
    return activity === undefined || isAsWritten ? [] : [{ step, activity }];
  });
}

/** Simpler values than one that was drawn, the simplest first; none where the library cannot tell any. */
export function* simplerThan(activity: Task, { limits, between = limits }: Drawing): Generator<Task> {
  if (!between.canShrinkWithoutContext(activity)) return;
  for (const simpler of between.shrink(activity, undefined)) yield simpler.value;
}
