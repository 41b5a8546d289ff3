import { numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { SharingQuestion, SharingTask } from './activities.ts';
import { answeredIn } from './answered.ts';
import { ANSWERS, formOf } from './sharing.ts';

const tasks: TaskTable<SharingTask> = {
  async 'record-answer-to-sharing'({ sharing, answer }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form(formOf(sharing));
    await form.choose('Svar', ANSWERS[answer].display);
    return { reference: await form.send('Spara svaret') };
  },
};

const questions: QuestionTable<SharingQuestion> = {
  'sharing-on-record': {
    expected: ({ answer }, at) => {
      const { answer: said, sharing } = answeredIn(at.context, answer);
      return `I journalen står ${ANSWERS[said].sv} till ${sharing.word}.`;
    },
    async look({ answer }, at) {
      const { answer: said, sharing } = answeredIn(at.context, answer);
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Svar om att dela', numberOf(at, answer));
      return {
        seen: row?.Svar === ANSWERS[said].display && row.Gäller === sharing.word,
        observed:
          row === undefined
            ? 'Svaret står inte i journalen.'
            : `I journalen står ${row.Svar?.toLowerCase()} till ${row.Gäller}.`,
      };
    },
  },
};

const TAB = 'Samtycken';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = { tasks, questions, places: { 'record-answer-to-sharing': PLACE } };
