import type { Of } from '../../domain/activity.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Form } from '../../systems/reference-ui/screen/form.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import type { ReferralQuestion, ReferralTask } from './activities.ts';

type Sending = Of<ReferralTask, 'send-referral'>;

const tasks: TaskTable<ReferralTask> = {
  async 'send-referral'({ question }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Skicka remiss');
    await form.choose('Mottagare', unitName(at, 'clinic'));
    await form.write('Frågeställning', question);
    return { reference: await form.send('Skicka remissen') };
  },

  async 'accept-referral'({ referral }, at) {
    return { reference: await (await formFor(at, numberOf(at, referral), 'Ta emot remiss')).send('Ta emot') };
  },

  async 'return-referral'({ referral, reason }, at) {
    const form = await formFor(at, numberOf(at, referral), 'Återsänd remiss');
    await form.write('Skäl', reason);
    return sent(form, 'Återsänd');
  },

  async 'answer-referral'({ referral, answer }, at) {
    const form = await formFor(at, numberOf(at, referral), 'Besvara remiss');
    await form.write('Svar', answer);
    return sent(form, 'Besvara');
  },
};

const sent = async (form: Form, button: string): Promise<Made> => ({ reference: await form.send(button) });

/** From the unit's list to the form in the chart, with the referral chosen. */
async function formFor(at: Desk, number: string, name: string): Promise<Form> {
  if ((await waiting(at, number)) === undefined)
    throw new Refused(`Remiss ${number} finns inte bland de obesvarade.`, 'absence');
  const panel = await at.screen.tabList(at.patient, TAB, TAB);
  const row = await panel.row(LIST, number);
  if (row === undefined) throw new Refused(`Remiss ${number} finns inte hos patienten.`, 'absence');
  const form = await at.screen.form(name);
  return form.choose('Remiss', `${number} ${row.Frågeställning}`);
}

const waiting = async ({ screen, patient }: Desk, number: string): Promise<Row | undefined> =>
  (await screen.listOf(patient, QUEUE, 'Sök på personnummer')).row(QUEUE, number);

const inChart = async ({ screen, patient }: Desk, number: string): Promise<Row | undefined> =>
  (await screen.tabList(patient, TAB, TAB)).row(LIST, number);

const questions: QuestionTable<ReferralQuestion> = {
  'referral-waiting': {
    expected: ({ referral }) => `”${referral.ref}” väntar bland enhetens obesvarade remisser.`,
    async look({ referral }, at) {
      const { question } = taskBehind<Sending>(at.context, referral.ref, 'send-referral');
      const row = await waiting(at, numberOf(at, referral));
      return {
        seen: row !== undefined && isShown(row.Skickad) && row.Frågeställning === question,
        observed:
          row === undefined
            ? 'Remissen finns inte bland de obesvarade.'
            : `Remissen väntar sedan ${row.Skickad}: ${quoted(row.Frågeställning ?? '')}.`,
      };
    },
  },

  'referral-dealt-with': {
    expected: ({ referral }) => `”${referral.ref}” väntar inte längre bland enhetens obesvarade remisser.`,
    async look({ referral }, at) {
      const row = await waiting(at, numberOf(at, referral));
      return {
        seen: row === undefined,
        observed: row === undefined ? 'Remissen väntar inte.' : 'Remissen står kvar bland de obesvarade.',
      };
    },
  },

  'referral-answered': {
    expected: ({ answer }) => `Den som skickade remissen läser svaret ${quoted(answer)}.`,
    async look({ referral, answer }, at) {
      const row = await inChart(at, numberOf(at, referral));
      const isAnswered = row?.Status === 'Besvarad';
      return {
        seen: isAnswered && row.Svar === answer,
        observed: isAnswered ? `Svaret är ${quoted(row.Svar ?? '')}.` : 'Remissen är inte besvarad.',
      };
    },
  },

  'referral-returned': {
    expected: ({ reason }) => `Den som skickade remissen ser att den kom tillbaka: ${quoted(reason)}.`,
    async look({ referral, reason }, at) {
      const row = await inChart(at, numberOf(at, referral));
      const isReturned = row?.Status === 'Återsänd';
      return {
        seen: isReturned && row.Skäl === reason,
        observed: isReturned
          ? `Remissen är återsänd: ${quoted(row.Skäl ?? '')}.`
          : 'Remissen är inte återsänd.',
      };
    },
  },
};

const TAB = 'Remisser';
const LIST = 'Patientens remisser';
const QUEUE = 'Obesvarade remisser';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = { tasks, questions, places: { 'send-referral': PLACE } };
