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
  // What a name in a sentence must stand for; another is told with its line before anything is played.
  things: { meal: { sv: 'en måltid', madeBy: ['record-meal'] } },
});
