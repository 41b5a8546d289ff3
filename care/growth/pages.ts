import { decimal } from '../../domain/plausible.ts';
import { numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { GrowthQuestion, GrowthTask } from './activities.ts';
import { dayAtAge, measuredIn } from './measured.ts';

const tasks: TaskTable<GrowthTask> = {
  async 'measure-height'({ centimetres }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Mät eleven');
    await form.write('Längd i cm', decimal(centimetres));
    return { reference: await form.send('Spara längden') };
  },

  async 'note-earlier-height'({ centimetres, years }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('För in en tidigare längd');
    await form.write('Längd i cm', decimal(centimetres));
    await form.write('Mätt', dayAtAge(at.patient, years));
    return { reference: await form.send('Spara längden') };
  },
};

const questions: QuestionTable<GrowthQuestion> = {
  'height-in-chart': {
    expected: ({ height }, at) => `I journalen står längden ${measuredIn(at.context, height)} cm.`,
    async look({ height }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Längder', numberOf(at, height));
      const centimetres = Number(row?.Längd?.replace(',', '.'));
      return {
        seen: row?.Enhet === 'cm' && centimetres === measuredIn(at.context, height),
        observed:
          row === undefined
            ? 'Längden står inte i journalen.'
            : `I journalen står längden ${row.Längd} ${row.Enhet}.`,
      };
    },
  },

  'growth-deviation-listed': {
    expected: ({ height }) => `”${height.ref}” är bland tillväxt att bedöma.`,
    async look({ height }, at) {
      const queue = await at.screen.listOf(at.patient, QUEUE, 'Sök på personnummer');
      const row = await queue.row(QUEUE, numberOf(at, height));
      return {
        seen: row !== undefined,
        observed: row?.Avvikelse ?? 'Längden är inte bland tillväxt att bedöma.',
      };
    },
  },
};

const TAB = 'Tillväxt';
const QUEUE = 'Tillväxt att bedöma';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'measure-height': PLACE, 'note-earlier-height': PLACE },
};
