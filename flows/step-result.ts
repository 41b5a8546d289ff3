import type { StepEnded } from '../domain/evidence.ts';
import type { Milliseconds } from '../domain/time.ts';

/** What became of one step; the fields of its evidence that the step itself decides. */
export type StepResult = Pick<
  StepEnded,
  'verdict' | 'attempts' | 'latency' | 'expected' | 'observed' | 'reason' | 'outcome' | 'cause'
>;

/** Something that happened earlier in the flow and that a later limit can count from. */
export interface Moment {
  readonly step: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** On the day's clock. */
  readonly dayTime: Milliseconds;
  /** The run was cut off after it: how long something took from here, on the system's clock, nobody can tell. */
  readonly unwatched?: boolean;
}
