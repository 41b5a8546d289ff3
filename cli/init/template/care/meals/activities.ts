import type { Ref } from 'genrep/area';

export type MealsTask = {
  readonly type: 'task';
  readonly kind: 'record-meal';
  /** How much was eaten, as it is written. */
  readonly eaten: string;
  readonly as: string;
};

/** The meal stands in the record, word for word. */
export type MealsQuestion = {
  readonly type: 'question';
  readonly kind: 'meal-in-record';
  readonly meal: Ref;
};

export const recordMeal = (eaten: string, as: string): MealsTask => ({
  type: 'task',
  kind: 'record-meal',
  eaten,
  as,
});
export const mealInRecord = (meal: Ref): MealsQuestion => ({
  type: 'question',
  kind: 'meal-in-record',
  meal,
});

/** As it reads in the record, whichever way it came there. */
export const mealText = ({ eaten }: Pick<MealsTask, 'eaten'>): string => `Måltid: ${eaten}.`;
