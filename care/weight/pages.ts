import { decimal } from '../../domain/plausible.ts';
import { numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { WeightQuestion, WeightTask } from './activities.ts';
import { weighedIn } from './weighed.ts';

const tasks: TaskTable<WeightTask> = {
  async weigh({ kilograms }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Väg patienten');
    await form.write('Vikt i kg', decimal(kilograms));
    return { reference: await form.send('Spara vikten') };
  },
};

const questions: QuestionTable<WeightQuestion> = {
  'weight-in-chart': {
    expected: ({ weight }, at) => `I journalen står vikten ${weighedIn(at.context, weight)} kg.`,
    async look({ weight }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Vikter', numberOf(at, weight));
      const kilograms = Number(row?.Vikt?.replace(',', '.'));
      return {
        seen: row?.Enhet === 'kg' && kilograms === weighedIn(at.context, weight),
        observed:
          row === undefined
            ? 'Vikten står inte i journalen.'
            : `I journalen står vikten ${row.Vikt} ${row.Enhet}.`,
      };
    },
  },
};

const TAB = 'Vikt';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = { tasks, questions, places: { weigh: PLACE } };
