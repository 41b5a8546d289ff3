import type { LeftOut } from '../../domain/load.ts';
import type { CareSystem } from '../../systems/care-system.ts';
import type { LoadPlan } from './load-plan.ts';

/** The plan with what the load cannot do in this system, step by step not covered: what only a browser can, above all. */
export function withLeftOut(plan: LoadPlan, capability: CareSystem['capability']): LoadPlan {
  const leftOut = plan.flows.flatMap(({ id, steps }): LeftOut[] => {
    const reasons = steps.flatMap(({ activity }) => {
      const can = activity.type === 'wait' ? undefined : capability(activity.kind, activity);
      return can === undefined || can.supported ? [] : [can.reason];
    });
    const [reason] = reasons;
    return reason === undefined ? [] : [{ flow: id, steps: reasons.length, reason }];
  });
  return { ...plan, facts: { ...plan.facts, leftOut } };
}
