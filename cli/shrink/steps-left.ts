import { nameGiven, namesNeeded } from '../../domain/activity.ts';
import type { CareFlow, CareStep, DrawnStep } from '../../domain/care-flow.ts';
import type { ShrinkCase } from '../../domain/shrink.ts';
import type { Cause } from '../../reports/causes.ts';

/** A step of a flow, by its index. */
export interface StepAt {
  readonly flow: string;
  readonly step: number;
}

export const allSteps = ({ id, steps }: CareFlow): readonly StepAt[] =>
  steps.map((_, step) => ({ flow: id, step }));

/** As a case tells it: only flows of which something is left out are named. */
export function asSteps(left: readonly StepAt[], flows: readonly CareFlow[]): ShrinkCase['steps'] {
  const some = flows.flatMap(({ id, steps }) => {
    const own = left.filter(({ flow }) => flow === id).map(({ step }) => step);
    return own.length === steps.length ? [] : [[id, own.sort((a, b) => a - b)] as const];
  });
  return Object.fromEntries(some);
}

/** The flow with only these of its steps. */
export function withSteps(flow: CareFlow, left: readonly number[] | undefined): CareFlow {
  if (left === undefined) return flow;
  return { ...flow, steps: left.flatMap((index) => stepAmong(flow.steps[index], left)) };
}

/** What was drawn for the steps that are left, by their new indexes. */
export const drawnAmong = (
  drawn: readonly DrawnStep[],
  left: readonly number[] | undefined,
): readonly DrawnStep[] =>
  left === undefined
    ? drawn
    : drawn.flatMap((each) => (left.includes(each.step) ? [{ ...each, step: left.indexOf(each.step) }] : []));

/** The looks at the end of a run that count after a step are told by its index, which is another where steps are left out. */
function stepAmong(step: CareStep | undefined, left: readonly number[]): CareStep[] {
  if (step === undefined) return [];
  const { lastLooks, ...rest } = step;
  if (lastLooks === undefined) return [step];
  const looks = lastLooks.flatMap(({ after, ...look }) => {
    if (after === undefined) return [look];
    return left.includes(after) ? [{ ...look, after: left.indexOf(after) }] : [];
  });
  return [{ ...rest, lastLooks: looks }];
}

/**
 * The steps that a cause most likely needs: the first, which brings the patient there, those where it was seen, and what these
 * build on, by name. Of a flow in which it was not seen all.
 */
export function likelySteps(flow: CareFlow, { failures }: Pick<Cause, 'failures'>): readonly StepAt[] {
  const seen = failures.flatMap(({ flow: { id }, step }) =>
    id === flow.id && step !== undefined ? [step.index] : [],
  );
  if (seen.length === 0) return allSteps(flow);
  const needed = new Set([0]);
  const open = [...seen];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = flow.steps[index];
    if (step === undefined || (needed.has(index) && index !== 0)) continue;
    needed.add(index);
    const names = namesIn(step);
    open.push(...flow.steps.slice(0, index).flatMap((before, at) => (givesOneOf(before, names) ? [at] : [])));
  }
  return [...needed].sort((a, b) => a - b).map((step) => ({ flow: flow.id, step }));
}

function namesIn({ activity, limit }: CareStep): readonly string[] {
  if (activity.type === 'wait') return [];
  const since = limit !== undefined && 'since' in limit && limit.since !== undefined ? [limit.since] : [];
  return [...namesNeeded(activity), ...since];
}

/** A step that makes something of that name, or does something with it. */
function givesOneOf({ activity }: CareStep, names: readonly string[]): boolean {
  if (activity.type !== 'task') return false;
  const given = nameGiven(activity);
  return [...(given === undefined ? [] : [given]), ...namesNeeded(activity)].some((name) =>
    names.includes(name),
  );
}

/**
 * Whether a step may be left out where nothing can be played without the fault: looks, and what was done after the last look that
 * went wrong. Without an earlier act something may rightly not be there.
 */
export function sparedWithoutControl(
  { flow: id, step: index }: StepAt,
  flows: readonly CareFlow[],
  { failures, signature }: Pick<Cause, 'failures' | 'signature'>,
): boolean {
  const step = flows.find((flow) => flow.id === id)?.steps[index];
  if (step === undefined || step.activity.type === 'wait') return false;
  if (step.activity.type === 'question') return step.activity.kind !== signature.kind;
  const last = Math.max(
    -1,
    ...failures.flatMap((failure) => (failure.flow.id === id ? (failure.step?.index ?? -1) : [])),
  );
  const isSeenInSteps = failures.every(({ monitor }) => monitor === undefined);
  return isSeenInSteps && last >= 0 && index > last;
}
