import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, PRESENT } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import {
  COORDINATION_MESSAGES,
  type CoordinationMessage,
  type CoordinationQuestion,
  type CoordinationTask,
} from './activities.ts';

const tasks: TaskTable<CoordinationTask> = {
  async 'record-consent'({ decision }, at) {
    const { screen } = at;
    await noteMessages(at);
    const form = await screen.form('Samtycke till att kommunen får veta');
    await form.pick(decision === 'permit' ? 'Patienten samtycker' : 'Patienten samtycker inte');
    return { reference: await form.send('Spara') };
  },

  'send-message': ({ message }, at) => send(message, at),
  'attempt-to-send-message': ({ message }, at) => send(message, at),

  async 'acknowledge-message'({ message }, at) {
    await openMessage(at, numberOf(at, message));
    const form = await at.screen.form('Kvittera mottagandet');
    return { reference: await form.send('Kvittera mottagandet') };
  },

  async 'call-care-planning'(_, at) {
    if (at.context.actor.unit === 'municipality') await openMessage(at);
    else await at.screen.tab(at.patient, 'Samordning');
    const form = await at.screen.form('Kalla till SIP');
    await form.choose('Kommun', unitName(at, 'municipality'));
    return { reference: await form.send('Kalla') };
  },
};

async function send(message: CoordinationMessage, at: Desk): Promise<Made> {
  const title = COORDINATION_MESSAGES[message];
  await noteMessages(at);
  const form = await at.screen.form('Skicka meddelande');
  await form.choose('Meddelande', `${title[0]?.toUpperCase()}${title.slice(1)}`);
  await form.choose('Mottagare', unitName(at, 'municipality'));
  await form.write('Innehåll', `Här kommer ${title} för patienten.`);
  return { reference: await form.send('Skicka') };
}

/** From the inbox to one message about the patient: the one of this number, else the latest. */
async function openMessage({ screen, patient }: Desk, number?: string): Promise<void> {
  const panel = await screen.listOf(patient, 'Inkorg', 'Sök på personnummer');
  const entries = panel.region.getByRole('table', { name: 'Inkorg', exact: true });
  const link = entries.getByRole('link', number === undefined ? {} : { name: number, exact: true });
  if ((await link.count()) === 0)
    throw new Refused('Inget sådant meddelande om patienten finns i inkorgen.', 'absence');
  await looking('meddelandet i inkorgen', () => link.first().click({ timeout: PRESENT }));
  screen.leave();
  await screen.panel('Meddelande från sjukhuset').settled();
}

const questions: QuestionTable<CoordinationQuestion> = {
  'message-in-inbox': {
    expected: ({ message }, at) => `I kommunens inkorg ligger ${titleOf(at, message)}.`,
    async look({ message }, at) {
      const row = await (await inboxOf(at)).row('Inkorg', numberOf(at, message));
      return {
        seen: row !== undefined,
        observed:
          row === undefined ? 'Meddelandet ligger inte i inkorgen.' : `I inkorgen ligger ${row.Meddelande}.`,
      };
    },
  },

  'message-received': {
    expected: () => 'Avsändaren ser att mottagaren har tagit emot meddelandet.',
    async look({ message }, at) {
      const row = await (await coordinationOf(at)).row(MESSAGES, numberOf(at, message));
      if (row === undefined) return { seen: false, observed: 'Meddelandet syns inte hos avsändaren.' };
      const seen = isShown(row.Mottaget);
      return {
        seen,
        observed: seen ? `Mottaget ${row.Mottaget}.` : 'Meddelandet är skickat men inte mottaget.',
      };
    },
  },

  'nothing-in-inbox': {
    expected: () => 'Ingenting om patienten ligger i kommunens inkorg.',
    async look(_, at) {
      const inbox = await inboxOf(at);
      const shown = await inbox.rows('Inkorg');
      const all = shown.filter(({ Personnummer = '' }) => !isAnothers(Personnummer, at.patient));
      if (all.length === 0) await inbox.assertWhole();
      const since = at.firstSights.newIn(MESSAGES, all);
      const rows = since ?? all;
      return {
        ...(rows.length > 0 && since === undefined ? { doubt: OF_UNKNOWN_AGE } : {}),
        seen: rows.length === 0,
        observed:
          rows.length === 0
            ? 'Ingenting om patienten ligger i inkorgen.'
            : `I inkorgen ligger ${rows.map(({ Meddelande }) => Meddelande).join(', ')}.`,
      };
    },
  },

  'care-planning-called': {
    expected: () => 'Kallelsen till samordnad individuell planering syns.',
    async look({ meeting }, at) {
      const panel = at.context.actor.unit === 'municipality' ? await inboxOf(at) : await coordinationOf(at);
      const row = await panel.row('Kallelser till SIP', numberOf(at, meeting));
      return {
        seen: row !== undefined,
        observed: row === undefined ? 'Ingen sådan kallelse syns.' : `Kallelsen syns för ${row.Kommun}.`,
      };
    },
  },
};

/** Of somebody whose number is not shown it may be. */
const isAnothers = (number: string, { identifier }: Patient): boolean =>
  /\d/.test(number) && number !== identifier.value;

const inboxOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.listOf(patient, 'Inkorg', 'Sök på personnummer');

const coordinationOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.tabList(patient, 'Samordning', 'Samordning med kommunen');

function titleOf({ context }: Desk, { ref }: Ref): string {
  const task = boundOf(context, ref).task as CoordinationTask;
  return 'message' in task && typeof task.message === 'string' ? COORDINATION_MESSAGES[task.message] : ref;
}

/** The same messages are in the sender's list and in the inbox. */
const MESSAGES = 'Skickade meddelanden';

const OF_UNKNOWN_AGE =
  'Något om patienten ligger i inkorgen, och ingen i flödet hade sett vad som fanns där förut.';

const noteMessages = async (at: Desk): Promise<void> =>
  at.firstSights.note(MESSAGES, await (await coordinationOf(at)).rows(MESSAGES));

/** What was sent to the municipality, and the calls to meet. */
const SENT: Place = { tab: 'Samordning', list: 'Samordning med kommunen' };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'send-message': SENT, 'attempt-to-send-message': SENT, 'call-care-planning': SENT },
};
