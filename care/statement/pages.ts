import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import type { Says, StatementQuestion, StatementTask } from './activities.ts';
import { sendingOf, told } from './sending.ts';
import { labelOf, type Statement } from './statement.ts';

const tasks: TaskTable<StatementTask> = {
  'send-statement': send,
  'attempt-to-send-statement': send,

  async 'receive-statement'({ statement }, at) {
    const number = numberOf(at, statement);
    const row = await atReceiver(at, number);
    if (row === undefined) throw new Refused(`${number} finns inte i listan ”${QUEUE}”.`, 'absence');
    const form = await at.screen.form('Kvittera mottagandet');
    await form.choose('Kommit', `${number} ${row.Vad}`);
    return { reference: await form.send('Kvittera mottagandet') };
  },
};

async function send(
  { statement, says }: { readonly statement: Statement; readonly says: Says },
  at: Desk,
): Promise<Made> {
  await at.screen.tab(at.patient, TAB);
  const form = await at.screen.form(labelOf(statement.word));
  await form.choose('Mottagare', unitName(at, statement.to));
  for (const [row, value] of Object.entries(says)) await form.write(labelOf(row), value);
  return { reference: await form.send('Skicka') };
}

const atReceiver = async ({ screen, patient }: Desk, number: string): Promise<Row | undefined> =>
  (await screen.listOf(patient, QUEUE, 'Sök på personnummer')).row(QUEUE, number);

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
};

const TAB = 'Intyg';
const SENT = 'Skickade intyg och anmälningar';
const QUEUE = 'Intyg och anmälningar';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'send-statement': PLACE, 'attempt-to-send-statement': PLACE },
};
