import type { ApprovalSubject } from '../../domain/approval.ts';
import type { CareFlow, SafetyClass } from '../../domain/care-flow.ts';
import type { Hazard } from '../../domain/hazard.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Requirement } from '../../domain/stage.ts';
import { didYouMean } from '../../input/suggest.ts';
import { featureOf } from '../flows-named.ts';
import { flowSubject, hazardSubject, requirementSubject } from './content.ts';

/** What a stage rests on. */
export interface Approvables {
  readonly flows: readonly CareFlow[];
  readonly requirements: readonly Requirement[];
  readonly hazards: readonly Hazard[];
}

/** All that a stage rests on and somebody is to approve: its requirements, the hazards they control, all flows. */
export function subjectsOf({ flows, requirements, hazards }: Approvables): ApprovalSubject[] {
  const classes = new Map(requirements.map(({ id, safetyClass }) => [id, safetyClass]));
  return [
    ...flows.map(flowSubject),
    ...requirements.map(requirementSubject),
    ...hazards.flatMap((hazard) => {
      const own = hazard.requirements.flatMap((id) => classes.get(id) ?? []);
      const gravest = own.toSorted()[0] satisfies SafetyClass | undefined;
      return gravest === undefined ? [] : [hazardSubject(hazard, gravest)];
    }),
  ];
}

/** What is meant by an id of a flow, a requirement or a hazard, or by a feature, which stands for all its flows. */
export function subjectsNamed(
  name: string,
  subjects: readonly ApprovalSubject[],
): readonly ApprovalSubject[] {
  const named = subjects.filter(({ kind, id }) => id === name || (kind === 'flow' && featureOf(id) === name));
  if (named.length > 0) return named;
  const known = [
    ...new Set(subjects.flatMap(({ kind, id }) => (kind === 'flow' ? [id, featureOf(id)] : [id]))),
  ];
  throw new InputError(
    `Det finns inget "${name}" att godkänna i etappen${didYouMean(name, known) || '.'} Ange ett flödes, ett kravs eller en risks id; "genrep approve ETAPP" visar alla.`,
  );
}
