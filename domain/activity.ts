import type { AdmissionQuestion, AdmissionTask } from '../care/admission/activities.ts';
import type { BookingQuestion, BookingTask } from '../care/booking/activities.ts';
import type { CoordinationQuestion, CoordinationTask } from '../care/coordination/activities.ts';
import type { DocumentationQuestion, DocumentationTask } from '../care/documentation/activities.ts';
import type { LaboratoryQuestion, LaboratoryTask } from '../care/laboratory/activities.ts';
import type { MedicationQuestion, MedicationTask } from '../care/medication/activities.ts';
import type { VitalsQuestion, VitalsTask } from '../care/vitals/activities.ts';
import { isRef } from './ref.ts';

/** Something done in the system under test. */
export type Task =
  | AdmissionTask
  | BookingTask
  | CoordinationTask
  | DocumentationTask
  | LaboratoryTask
  | MedicationTask
  | VitalsTask;

/** Something seen, or seen not to be, in the system under test. */
export type Question =
  | AdmissionQuestion
  | BookingQuestion
  | CoordinationQuestion
  | DocumentationQuestion
  | LaboratoryQuestion
  | MedicationQuestion
  | VitalsQuestion;

export type Activity = Task | Question;
export type TaskKind = Task['kind'];
export type QuestionKind = Question['kind'];
export type ActivityKind = Activity['kind'];

export type TaskOf<K extends TaskKind> = Extract<Task, { kind: K }>;
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

/** The name under which a task leaves something for later steps, if it does. */
export const nameGiven = (activity: Activity): string | undefined =>
  'as' in activity ? activity.as : undefined;

/** The names of earlier steps' results that an activity cannot do without. */
export function namesNeeded(activity: Activity): readonly string[] {
  const known = needed.get(activity);
  if (known !== undefined) return known;
  const names = Object.values(activity)
    .flat()
    .filter(isRef)
    .map(({ ref }) => ref);
  needed.set(activity, names);
  return names;
}

/** Remembered: under load the same step is played by thousands. */
const needed = new WeakMap<Activity, readonly string[]>();
