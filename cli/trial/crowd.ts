import type { CareFlow } from '../../domain/care-flow.ts';
import { actorKey } from '../../domain/role.ts';
import type { PlayedInstance } from '../play-flows.ts';

const CROWD = 'folk/';

/** Whether an instance, or a flow, is of those who are in the lists before the patients come. */
export const isOfCrowd = (name: string): boolean => name.startsWith(CROWD);

/**
 * Those who are in the lists before the first patient comes: so many for each way in which a flow begins, with that first step and
 * no other. They show no requirement; the patients come after them, as the fifty-first or the five hundredth of a list.
 */
export function crowdOf(
  flows: readonly CareFlow[],
  count: number,
  patientAs: (
    instance: string,
    flow: CareFlow,
    index: number,
  ) => Omit<PlayedInstance, 'instance' | 'flow' | 'channel'>,
): readonly PlayedInstance[] {
  if (count === 0) return [];
  const ways = Map.groupBy(flows.filter(isPlain), wayOf);
  return [...ways].flatMap(([way, [first]]) => {
    if (first === undefined) return [];
    const flow: CareFlow = {
      ...first,
      id: `${CROWD}${way}`,
      name: 'De som redan finns i listorna',
      requirements: [],
      steps: first.steps.slice(0, 1),
      hash: way,
    };
    return Array.from({ length: count }, (_, index): PlayedInstance => {
      const instance = `${flow.id}/${index}`;
      return { instance, flow, ...patientAs(instance, flow, index), channel: 'api', isThere: true };
    });
  });
}

/** Of a protected or a known person there are few. */
const isPlain = ({ patient, steps: [first] }: CareFlow): boolean =>
  !patient.protectedIdentity && patient.history === undefined && first?.activity.type === 'task';

const wayOf = ({ steps: [first] }: CareFlow): string =>
  first?.actor === undefined || first.activity.type === 'wait'
    ? ''
    : `${first.activity.kind}-${actorKey(first.actor).replace('@', '-')}`;
