import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Panel, Row } from '../../systems/reference-ui/screen/panel.ts';
import type { Says, StatementQuestion, StatementTask } from './activities.ts';
import { sendingOf, told } from './sending.ts';
import { labelOf, type Statement } from './statement.ts';

const tasks: TaskTable<StatementTask> = {
  'send-statement': send,
  'attempt-to-send-statement': send,
  'patient-sends-statement': ask,
  'patient-attempts-statement': ask,

  async 'receive-statement'({ statement }, at) {
    const number = numberOf(at, statement);
    const row = await atReceiver(at, number);
    if (row === undefined) throw new Refused(`${number} finns inte i listan ”${QUEUE}”.`, 'absence');
    const form = await at.screen.form('Kvittera mottagandet');
    await form.choose('Kommit', `${number} ${row.Vad}`);
    return { reference: await form.send('Kvittera mottagandet') };
  },

  async 'change-statement'({ statement, says }, at) {
    const { word } = sendingOf(at.context, statement).statement;
    const number = numberOf(at, statement);
    // As the server has it now: the receiver may have changed it since.
    await at.screen.tabList(at.patient, TAB, TAB);
    const form = await at.screen.form(`Ändra ${word}`);
    await form.choose('Skickat', `${number} ${labelOf(word)}`);
    for (const [row, value] of Object.entries(says)) await form.write(labelOf(row), value);
    return { reference: await form.send('Spara ändringen') };
  },

  async 'withdraw-statement'({ statement, reason }, at) {
    const { word } = sendingOf(at.context, statement).statement;
    // As the server has it now: the receiver may have changed it since.
    await at.screen.tabList(at.patient, TAB, TAB);
    const form = await at.screen.form('Återkalla');
    await form.choose('Skickat', `${numberOf(at, statement)} ${labelOf(word)}`);
    await form.write('Skäl', reason);
    return { reference: await form.send('Återkalla') };
  },
};

async function send(
  { statement, says }: { readonly statement: Statement; readonly says: Says },
  at: Desk,
): Promise<Made> {
  await at.screen.tab(at.patient, TAB);
  return fillIn(statement, says, at);
}

/** From the patient's own pages. */
async function ask(
  { statement, says }: { readonly statement: Statement; readonly says: Says },
  at: Desk,
): Promise<Made> {
  await at.screen.myTab(MY_TAB);
  return fillIn(statement, says, at);
}

async function fillIn(statement: Statement, says: Says, at: Desk): Promise<Made> {
  const form = await at.screen.form(labelOf(statement.word));
  await form.choose('Mottagare', unitName(at, statement.to));
  for (const [row, value] of Object.entries(says)) await form.write(labelOf(row), value);
  return { reference: await form.send('Skicka') };
}

const queueOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.listOf(patient, QUEUE, 'Sök på personnummer');

const atReceiver = async (at: Desk, number: string): Promise<Row | undefined> =>
  (await queueOf(at)).row(QUEUE, number);

const questions: QuestionTable<StatementQuestion> = {
  'statement-arrived': {
    expected: ({ statement }) => `Mottagaren läser allt i ”${statement.ref}”.`,
    async look({ statement }, at) {
      const row = await atReceiver(at, numberOf(at, statement));
      return {
        seen: row?.Uppgifter === told(sendingOf(at.context, statement)),
        observed:
          row === undefined
            ? 'Det som skickades finns inte hos mottagaren.'
            : `Hos mottagaren står ”${row.Uppgifter ?? ''}”.`,
      };
    },
  },

  'patient-reads-statement': {
    expected: ({ statement }) => `Patienten läser allt i ”${statement.ref}” på 1177.`,
    async look({ statement }, at) {
      const row = await (await at.screen.myList(MY_TAB)).row(MY_TAB, numberOf(at, statement));
      return {
        seen: row?.Uppgifter === told(sendingOf(at.context, statement)),
        observed:
          row === undefined
            ? 'Det finns inte bland patientens ärenden.'
            : `Där står ”${row.Uppgifter ?? ''}”.`,
      };
    },
  },

  'statement-received': {
    expected: ({ statement }) => `Den som skickade ser att mottagaren har ”${statement.ref}”.`,
    async look({ statement }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row(SENT, numberOf(at, statement));
      const isReceived = row?.Status === 'Mottaget';
      return {
        seen: isReceived,
        observed: isReceived ? 'Mottagaren har tagit emot.' : 'Mottagaren har inte kvitterat.',
      };
    },
  },

  'statement-withdrawn': {
    expected: ({ statement, reason }) =>
      `Mottagaren ser att ”${statement.ref}” är återkallat: ${quoted(reason)}.`,
    async look({ statement, reason }, at) {
      const row = await atReceiver(at, numberOf(at, statement));
      const isWithdrawn = row?.Status === 'Återkallat';
      return {
        seen: isWithdrawn && row.Skäl === reason,
        observed: isWithdrawn
          ? `Det är återkallat: ${quoted(row.Skäl ?? '')}.`
          : 'Hos mottagaren gäller det fortfarande.',
      };
    },
  },

  'no-such-statement': {
    expected: ({ statement }) => `Enheten har inget ${statement.word} om patienten.`,
    async look({ statement }, at) {
      const row = await (await queueOf(at)).find(QUEUE, ({ Vad }) => Vad === labelOf(statement.word));
      return {
        seen: row === undefined,
        observed: row === undefined ? 'Enheten har inget sådant.' : `Enheten har ${statement.word}.`,
      };
    },
  },
};

const TAB = 'Intyg';
const MY_TAB = 'Ärenden';
const SENT = 'Skickade intyg och anmälningar';
const QUEUE = 'Intyg och anmälningar';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  patientSignsIn: ['patient-sends-statement', 'patient-attempts-statement', 'patient-reads-statement'],
  places: { 'send-statement': PLACE, 'attempt-to-send-statement': PLACE },
};
