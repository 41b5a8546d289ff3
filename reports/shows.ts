import type { Requirement } from '../domain/stage.ts';
import type { InstanceResult, StepResult } from './instances.ts';

type Played = Pick<InstanceResult, 'flow' | 'steps'>;

/** Whether a step of a flow shows a requirement by itself. */
export function shows({ id, shownBy }: Requirement, { flow }: Played, { kind }: StepResult): boolean {
  return kind !== undefined && flow.requirements.includes(id) && shownBy.includes(kind);
}

/**
 * The steps of an instance that say something of a requirement of its flow: those that show it, and one that failed and
 * shows none of the flow's. Such a failure is held against what it kept from being shown, or against all when all was
 * shown before it: no flow fails without a requirement that tells of it.
 */
export function stepsOn(
  requirement: Requirement,
  played: Played,
  requirements: readonly Requirement[],
): readonly StepResult[] {
  const { flow, steps } = played;
  if (!flow.requirements.includes(requirement.id)) return [];
  const showing = steps.filter((step) => shows(requirement, played, step));
  const stranded = steps.filter(
    (step) => step.verdict === 'fail' && !requirements.some((each) => shows(each, played, step)),
  );
  if (stranded.length === 0) return showing;
  const unshown = requirements.filter(
    (each) => flow.requirements.includes(each.id) && !wasShown(each, played),
  );
  return unshown.length === 0 || unshown.includes(requirement) ? [...showing, ...stranded] : showing;
}

/** Whether it was looked at as often as the flow would. */
function wasShown(requirement: Requirement, played: Played): boolean {
  const showing = played.steps.filter((step) => shows(requirement, played, step));
  return showing.length > 0 && showing.every(({ coverage }) => coverage === 'observed');
}
