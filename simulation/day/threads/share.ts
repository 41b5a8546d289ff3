import type { Measures } from '../../kernel/index.ts';
import type { DayModel } from '../model/day-model.ts';

/** What a thread is given: models, and which replications of each are its to play. */
export interface Share {
  readonly models: readonly DayModel[];
  readonly seed: number;
  /** It plays every `step`th replication from `first` on, below `replications`. */
  readonly first: number;
  readonly step: number;
  readonly replications: number;
}

/** What a thread says after each day. */
export interface Played {
  readonly model: number;
  readonly replication: number;
  readonly measures: Measures<string>;
}
