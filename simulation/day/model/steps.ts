import type { CareFlow, CareStep } from '../../../domain/care-flow.ts';
import { MINUTE as MILLISECONDS_A_MINUTE } from '../../../domain/time.ts';
import type { PathwayStep } from '../../../scenarios/day-simulation/day-simulation.ts';
import { type FlowStep, type ModelStep, OWN_UNIT } from './day-model.ts';

/** The steps of a pathway, numbered in the order they are written. */
export function stepsOfPathway(steps: readonly PathwayStep[]): ModelStep[] {
  let number = 0;
  const convert = (step: PathwayStep): ModelStep[] => {
    number++;
    const { task, role, unit = OWN_UNIT, time, share } = step;
    if (task !== undefined && role !== undefined) {
      const work: ModelStep = { kind: 'work', number, task, role, unit };
      if (share === undefined) return [work];
      return [{ kind: 'some', number, share, steps: [work], otherwise: [] }];
    }
    if (time !== undefined) return [{ kind: 'wait', number, time }];
    if (step.take !== undefined) return [{ kind: 'take-place' }];
    if (step.admit !== undefined) return [{ kind: 'admit', number }];
    return [
      {
        kind: 'some',
        number,
        share: share ?? 1,
        steps: (step.steps ?? []).flatMap(convert),
        otherwise: (step.otherwise ?? []).flatMap(convert),
      },
    ];
  };
  return steps.flatMap(convert);
}

/** What takes time in a compiled flow: its tasks and its waits. To look takes none; limits measure that. */
export const stepsOfFlow = ({ steps }: Pick<CareFlow, 'steps'>): FlowStep[] =>
  steps.flatMap((step, index) => stepOfFlow(step, index + 1));

function stepOfFlow({ activity, actor }: CareStep, number: number): FlowStep[] {
  if (activity.type === 'wait') {
    const value = activity.duration / MILLISECONDS_A_MINUTE;
    return [{ kind: 'wait', number, time: { kind: 'constant', value } }];
  }
  if (activity.type === 'question' || actor === undefined) return [];
  return [{ kind: 'work', number, task: activity.kind, role: actor.role, unit: actor.unit ?? 'home' }];
}

/** Every step, those in parts that only some go through included. */
export const allSteps = (steps: readonly ModelStep[]): ModelStep[] =>
  steps.flatMap((step) =>
    step.kind === 'some' ? [step, ...allSteps(step.steps), ...allSteps(step.otherwise)] : [step],
  );
