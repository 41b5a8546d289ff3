import { assumedMinutes, defineArea } from 'genrep/area';
import type { MealsQuestion, MealsTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<MealsTask, MealsQuestion>({
  name: 'meals',
  sv: 'Måltider',
  en: 'Meals',
  tasks: {
    'record-meal': { sv: 'anteckna måltid', en: 'record meal', workingTime: assumedMinutes(2) },
  },
  questions: {
    'meal-in-record': { sv: 'se måltiden i journalen', en: 'see the meal in the record' },
  },
});
