import { admissionQuestions, admissionTasks } from '../../care/admission/pages.ts';
import { bookingQuestions, bookingTasks } from '../../care/booking/pages.ts';
import { coordinationQuestions, coordinationTasks } from '../../care/coordination/pages.ts';
import { documentationQuestions, documentationTasks } from '../../care/documentation/pages.ts';
import { laboratoryQuestions, laboratoryTasks } from '../../care/laboratory/pages.ts';
import { medicationQuestions, medicationTasks } from '../../care/medication/pages.ts';
import { vitalsQuestions, vitalsTasks } from '../../care/vitals/pages.ts';
import type { Question, QuestionKind, QuestionOf, Task, TaskKind, TaskOf } from '../../domain/activity.ts';
import type { QuestionHandler, QuestionTable, TaskHandler, TaskTable } from './handler.ts';

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

/** How a kind of task is done in the pages. */
export const taskHandler = <K extends TaskKind>(kind: K): TaskHandler<TaskOf<K>> => TASKS[kind];

/** How a kind of question is answered from the pages. */
export const questionHandler = <K extends QuestionKind>(kind: K): QuestionHandler<QuestionOf<K>> =>
  QUESTIONS[kind];
