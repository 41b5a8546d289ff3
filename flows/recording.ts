import type { CareFlow, CareStep } from '../domain/care-flow.ts';

/** What the planning World leaves of one scenario: a flow that has not been checked yet. */
export interface Recording extends Pick<CareFlow, 'feature' | 'name' | 'location' | 'tags'> {
  /** What tells an example from the others of its outline. */
  readonly row?: string;
  readonly patient?: CareFlow['patient'];
  readonly steps: readonly Omit<CareStep, 'workingTime'>[];
}

/** Media type of the attachment it comes as. */
export const RECORDING_MEDIA_TYPE = 'application/vnd.genrep.recording+json';

const REQUIREMENT = /^@(KRAV-[A-ZÅÄÖ]+-[0-9]{2})$/;

/** Ids of the requirements that a scenario claims by its tags. */
export const requirementsClaimed = ({ tags }: Pick<Recording, 'tags'>): string[] =>
  tags.flatMap((tag) => REQUIREMENT.exec(tag)?.[1] ?? []);
