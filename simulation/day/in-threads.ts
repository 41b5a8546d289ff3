import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Measures } from '../kernel/index.ts';
import type { DayModel } from './model/day-model.ts';

/** What a thread is to play: so many replications of a model, from one on. */
export interface Share {
  readonly model: DayModel;
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}

/** What a thread says: what one replication measured, or that its share is done. */
export type Told = { readonly index: number; readonly measures: Measures<string> } | 'done';
