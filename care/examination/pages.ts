import type { Of } from '../../domain/activity.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import type { ExaminationQuestion, ExaminationTask } from './activities.ts';
import { type Examination, STANDINGS } from './examination.ts';

const tasks: TaskTable<ExaminationTask> = {
  'order-examination': order,
  'attempt-to-order-examination': order,

  'answer-examination': ({ order: ordered, standing, text }, at) =>
    answer(at, ORDERED, numberOf(at, ordered), standing === 'final' ? 'Slutsvar' : 'Preliminärt svar', text),

  'attempt-late-preliminary': ({ order: ordered, text }, at) =>
    answer(at, DONE, numberOf(at, ordered), 'Preliminärt svar i efterhand', text),

  'make-answer-final': ({ answer: given, text }, at) =>
    answer(at, PRELIMINARY, numberOf(at, given), 'Gör slutligt', text),
};

async function order(
  { examination, question }: { readonly examination: Examination; readonly question: string },
  at: Desk,
): Promise<Made> {
  await at.screen.tab(at.patient, TAB);
  const form = await at.screen.form(`Beställ ${examination.word}`);
  await form.choose('Utförs av', unitName(at, examination.at));
  await form.write('Frågeställning', question);
  return { reference: await form.send('Beställ') };
}

/** From a list of those who do examinations, with one of its rows chosen. */
async function answer(at: Desk, queue: string, number: string, name: string, text: string): Promise<Made> {
  const row = await inQueue(at, queue, number);
  if (row === undefined) throw new Refused(`${number} finns inte i listan ”${queue}”.`, 'absence');
  const form = await at.screen.form(name);
  await form.choose('Undersökning', `${number} ${row.Undersökning}`);
  await form.write('Svar', text);
  return { reference: await form.send('Lämna svaret') };
}

const inQueue = async ({ screen, patient }: Desk, queue: string, number: string): Promise<Row | undefined> =>
  (await screen.listOf(patient, queue, 'Sök på personnummer')).row(queue, number);

const questions: QuestionTable<ExaminationQuestion> = {
  'examination-waiting': {
    expected: ({ order: ordered }) => `”${ordered.ref}” är beställd, med frågan.`,
    async look({ order: ordered }, at) {
      const row = await inQueue(at, ORDERED, numberOf(at, ordered));
      const { question, examination } = taskBehind<Of<ExaminationTask, 'order-examination'>>(
        at.context,
        ordered.ref,
        'order-examination',
      );
      return {
        seen: row?.Frågeställning === question && row.Undersökning === examination.word,
        observed:
          row === undefined
            ? 'Undersökningen finns inte bland de beställda.'
            : `${row.Undersökning} är beställt för ${quoted(row.Frågeställning ?? '')}.`,
      };
    },
  },

  'examination-answered': {
    expected: ({ standing, text }) => `Det ${STANDINGS[standing].sv} svaret är ${quoted(text)}.`,
    async look({ answer: given, standing, text }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Svar på undersökningar', numberOf(at, given));
      return {
        seen: row?.Status === SHOWN[standing] && row.Svar === text,
        observed:
          row === undefined
            ? 'Svaret finns inte i journalen.'
            : `Svaret är ${quoted(row.Svar ?? '')} (${row.Status?.toLowerCase()}).`,
      };
    },
  },
};

const SHOWN = { preliminary: 'Preliminärt', final: 'Slutligt' } as const;

const TAB = 'Undersökningar';
const ORDERED = 'Beställda undersökningar';
const PRELIMINARY = 'Preliminära svar';
const DONE = 'Besvarade undersökningar';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'order-examination': PLACE,
    'attempt-to-order-examination': PLACE,
    'answer-examination': PLACE,
    'attempt-late-preliminary': PLACE,
  },
};
