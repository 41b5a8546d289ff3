import type { CareFlow, DrawnStep } from '../../domain/care-flow.ts';

/** The flow with drawn values in the place of those that are written. */
export function withDrawn(flow: CareFlow, drawn: readonly DrawnStep[] = []): CareFlow {
  if (drawn.length === 0) return flow;
  const byStep = new Map(drawn.map(({ step, activity }) => [step, activity]));
  return {
    ...flow,
    steps: flow.steps.map((step, index) => {
      const activity = byStep.get(index);
      return activity === undefined ? step : { ...step, activity };
    }),
  };
}
