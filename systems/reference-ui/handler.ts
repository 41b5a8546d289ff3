import type { Question, QuestionKind, QuestionOf, Task, TaskKind, TaskOf } from '../../domain/activity.ts';
import type { Desk } from './desk.ts';

/** What a task made: the number that the page shows for it, and what later steps need. */
export interface Made {
  readonly reference?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What a look at the pages gave, in Swedish. */
interface Sight {
  readonly seen: boolean;
  readonly observed: string;
}

export type TaskHandler<T extends Task> = (task: T, at: Desk) => Promise<Made>;

export interface QuestionHandler<Q extends Question> {
  /** What should be seen, in Swedish. */
  readonly expected: (question: Q, at: Desk) => string;
  /** Looks once at what the pages show now. */
  readonly look: (question: Q, at: Desk) => Promise<Sight>;
}

/** The tasks of one care area, each kind with its handler. */
export type TaskTable<T extends Task> = { readonly [K in T['kind'] & TaskKind]: TaskHandler<TaskOf<K>> };

/** The questions of one care area, each kind with its handler. */
export type QuestionTable<Q extends Question> = {
  readonly [K in Q['kind'] & QuestionKind]: QuestionHandler<QuestionOf<K>>;
};
