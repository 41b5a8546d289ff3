import { admissionQuestions, admissionTasks } from '../../care/admission/fhir.ts';
import { bookingQuestions, bookingTasks } from '../../care/booking/fhir.ts';
import { coordinationQuestions, coordinationTasks } from '../../care/coordination/fhir.ts';
import { documentationQuestions, documentationTasks } from '../../care/documentation/fhir.ts';
import { laboratoryQuestions, laboratoryTasks } from '../../care/laboratory/fhir.ts';
import { medicationQuestions, medicationTasks } from '../../care/medication/fhir.ts';
import { vitalsQuestions, vitalsTasks } from '../../care/vitals/fhir.ts';
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
