import type { Vocabulary } from '../domain/area.ts';
import type { CareStep } from '../domain/care-flow.ts';

/** A step with what its area tells of the task: how long it takes, and the no that it may meet. */
export function withFacts(step: Omit<CareStep, 'workingTime'>, vocabulary: Vocabulary): CareStep {
  const { activity } = step;
  const { workingTime, mayBeRefused } =
    activity.type === 'task' ? (vocabulary.task(activity.kind) ?? {}) : {};
  return {
    ...step,
    workingTime: workingTime?.milliseconds ?? 0,
    ...(mayBeRefused === undefined ? {} : { mayBeRefused }),
  };
}
