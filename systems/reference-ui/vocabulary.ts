import type { Question, QuestionKind, QuestionOf, Task, TaskKind, TaskOf } from '../../domain/activity.ts';
import type { QuestionHandler, QuestionTable, TaskHandler, TaskTable } from './handler.ts';
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

/** How a kind of task is done in the pages. */
export const taskHandler = <K extends TaskKind>(kind: K): TaskHandler<TaskOf<K>> => TASKS[kind];

/** How a kind of question is answered from the pages. */
export const questionHandler = <K extends QuestionKind>(kind: K): QuestionHandler<QuestionOf<K>> =>
  QUESTIONS[kind];
