import type {
  ActivityKind,
  Question,
  QuestionKind,
  QuestionOf,
  Task,
  TaskKind,
  TaskOf,
} from '../../domain/activity.ts';
import type { Needs, QuestionHandler, QuestionTable, TaskHandler, TaskTable } from './handler.ts';
import { admissionQuestions } from './questions/admission.ts';
import { bookingQuestions } from './questions/booking.ts';
import { coordinationQuestions } from './questions/coordination.ts';
import { documentationQuestions } from './questions/documentation.ts';
import { laboratoryQuestions } from './questions/laboratory.ts';
import { medicationQuestions } from './questions/medication.ts';
import { vitalsQuestions } from './questions/vitals.ts';
import { admissionTasks } from './tasks/admission.ts';
import { bookingTasks } from './tasks/booking.ts';
import { coordinationTasks } from './tasks/coordination.ts';
import { documentationTasks } from './tasks/documentation.ts';
import { laboratoryTasks } from './tasks/laboratory.ts';
import { medicationTasks } from './tasks/medication.ts';
import { vitalsTasks } from './tasks/vitals.ts';

const TASKS: TaskTable<Task> = {
  ...admissionTasks,
  ...bookingTasks,
  ...coordinationTasks,
  ...documentationTasks,
  ...laboratoryTasks,
  ...medicationTasks,
  ...vitalsTasks,
};

const QUESTIONS: QuestionTable<Question> = {
  ...admissionQuestions,
  ...bookingQuestions,
  ...coordinationQuestions,
  ...documentationQuestions,
  ...laboratoryQuestions,
  ...medicationQuestions,
  ...vitalsQuestions,
};

/** How a kind of task is done in FHIR. */
export const taskHandler = <K extends TaskKind>(kind: K): TaskHandler<TaskOf<K>> => TASKS[kind];

/** How a kind of question is answered in FHIR. */
export const questionHandler = <K extends QuestionKind>(kind: K): QuestionHandler<QuestionOf<K>> =>
  QUESTIONS[kind];

/** What is common to all ways of all kinds of step. */
export interface Way {
  readonly needs: Needs;
  needsOf?(activity: Task | Question): Needs;
}

interface Handler extends Way {
  readonly plainly?: Way;
}

const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({ ...TASKS, ...QUESTIONS }));

/** A kind of step, whichever it is; undefined for one that nobody here knows. */
export const handlerOf = (kind: ActivityKind): Handler | undefined => HANDLERS.get(kind);

/** What each kind of step asks of a server. */
export const NEEDS: ReadonlyMap<ActivityKind, Needs> = new Map(
  [...HANDLERS].map(([kind, { needs }]) => [kind as ActivityKind, needs]),
);

/** The same of a server that only stores and searches, where that is enough for a part of it. */
export const PLAIN_NEEDS: ReadonlyMap<ActivityKind, Needs> = new Map(
  [...HANDLERS].flatMap(([kind, { plainly }]) =>
    plainly === undefined ? [] : [[kind as ActivityKind, plainly.needs]],
  ),
);
