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
