import {
  coded,
  decodeBase64,
  encodeBase64,
  encounterOf,
  type FhirArea,
  madeBy,
  pointers,
  type QuestionTable,
  quoted,
  SYSTEMS,
  type TaskTable,
  taskBehind,
} from 'genrep/fhir';
import { type MealsQuestion, type MealsTask, mealText } from './activities.ts';

const tasks: TaskTable<MealsTask> = {
  'record-meal': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform(task, at) {
      const encounter = pointers(encounterOf(at));
      return at.make({
        resourceType: 'DocumentReference',
        status: 'current',
        type: coded(SYSTEMS.loinc, '34109-9', 'Anteckning'),
        subject: { reference: at.patient },
        date: at.now(),
        author: [at.me],
        content: [
          { attachment: { contentType: 'text/plain; charset=utf-8', data: encodeBase64(mealText(task)) } },
        ],
        ...(encounter === undefined ? {} : { context: { encounter } }),
      });
    },
  },
};

const questions: QuestionTable<MealsQuestion> = {
  'meal-in-record': {
    needs: { interactions: [['read', 'DocumentReference']] },
    expected: ({ meal }) => `”${meal.ref}” står i journalen som den antecknades.`,
    async look({ meal }, at) {
      const document = await at.client.find('DocumentReference', madeBy(at, meal));
      if (document === undefined) return { seen: false, observed: 'Måltiden finns inte i journalen.' };
      const text = decodeBase64(document.content?.[0]?.attachment?.data ?? '');
      return {
        seen: text === mealText(taskBehind<MealsTask>(at.context, meal.ref, 'record-meal')),
        observed: `I journalen står ${quoted(text)}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
