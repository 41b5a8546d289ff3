import type { ActivityKind, Of, Question, Task } from '../../domain/activity.ts';
import type { Alert } from '../../domain/deck-evidence.ts';
import type { Desk } from './desk.ts';
import type { Tab } from './screen/screen.ts';

/** What a task made: the number that the page shows for it, and what later steps need. */
export interface Made {
  readonly reference?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What a look at the pages gave, in Swedish. */
interface Sight {
  readonly seen: boolean;
  readonly observed: string;
  /** Why it cannot be told whether it is so. */
  readonly doubt?: string;
  /** What decision support said, where the question is about that. */
  readonly advice?: readonly Alert[];
}

/** Where in a patient's chart something stands: a tab, and a list in it. */
export interface Place {
  readonly tab: Tab;
  readonly list: string | ((at: Desk) => string);
}

export type TaskHandler<T extends Task> = (task: T, at: Desk) => Promise<Made>;

export interface QuestionHandler<Q extends Question> {
  /** What should be seen, in Swedish. */
  readonly expected: (question: Q, at: Desk) => string;
  /** Looks once at what the pages show now. */
  readonly look: (question: Q, at: Desk) => Promise<Sight>;
}

/** The tasks of one care area, each kind with its handler. */
export type TaskTable<T extends Task> = { readonly [K in T['kind']]: TaskHandler<Of<T, K>> };

/** The questions of one care area, each kind with its handler. */
export type QuestionTable<Q extends Question> = {
  readonly [K in Q['kind']]: QuestionHandler<Of<Q, K>>;
};

/** How one area of care is done in the pages, by kind of activity. */
export interface PagesArea {
  readonly tasks: Readonly<Record<string, TaskHandler<never>>>;
  readonly questions: Readonly<Record<string, QuestionHandler<never>>>;
  /** Where in the chart the number of what a task made is found. */
  readonly places?: Readonly<Record<string, Place>>;
  /** What the patient does or sees, signed in as the patient. */
  readonly patientSignsIn?: readonly ActivityKind[];
}
