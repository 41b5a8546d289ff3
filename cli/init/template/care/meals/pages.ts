import {
  looking,
  numberOf,
  type PagesArea,
  type QuestionTable,
  quoted,
  shownText,
  type TaskTable,
  taskBehind,
} from 'genrep/pages';
import { type MealsQuestion, type MealsTask, mealText } from './activities.ts';

const tasks: TaskTable<MealsTask> = {
  async 'record-meal'(task, { screen, patient }) {
    await screen.tab(patient, 'Journal');
    const form = await screen.form('Skriv anteckning');
    await form.write('Anteckning', mealText(task));
    return { reference: await form.send('Spara') };
  },
};

const questions: QuestionTable<MealsQuestion> = {
  'meal-in-record': {
    expected: ({ meal }) => `”${meal.ref}” står bland anteckningarna som den skrevs.`,
    async look({ meal }, at) {
      const number = numberOf(at, meal);
      const notes = await at.screen.tabList(at.patient, 'Journal', 'Anteckningar');
      const note = notes.region.getByRole('article', { name: new RegExp(` ${number}$`) });
      if ((await note.count()) === 0)
        return { seen: false, observed: 'Måltiden står inte bland anteckningarna.' };
      const text = await looking(`texten i ${number}`, () =>
        shownText(note.getByRole('region', { name: /^Text i / })),
      );
      return {
        seen: text === mealText(taskBehind<MealsTask>(at.context, meal.ref, 'record-meal')),
        observed: `I journalen står ${quoted(text)}.`,
      };
    },
  },
};

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'record-meal': { tab: 'Journal', list: 'Anteckningar' } },
};
