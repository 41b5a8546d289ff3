import type { Locator } from 'playwright';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, PRESENT } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import type { LabelQuestion, LabelTask } from './activities.ts';
import { EXPECTED, judged, NOT_THERE, strangersNumber } from './printed.ts';
import { dotsDrawn, type Label, scanned } from './scan.ts';

const tasks: TaskTable<LabelTask> = {
  async 'print-label'({ order }, at) {
    const chosen = await orderOn(at, numberOf(at, order));
    const form = await at.screen.form('Skriv ut röretikett');
    await form.choose('Beställning', chosen);
    return { reference: await form.send('Skriv ut') };
  },

  async 'print-wristband'(_, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Skriv ut armband');
    return { reference: await form.send('Skriv ut armbandet') };
  },

  async 'collect-by-scan'({ order, label }, at) {
    const { code } = await labelIn(await at.screen.tabList(at.patient, TAB, TAB), numberOf(at, label));
    if (code === undefined) throw new Refused('Etikettens streckkod går inte att läsa.', 'absence');
    return collect(at, numberOf(at, order), code);
  },

  'attempt-wrong-label': ({ order }, at) =>
    collect(at, numberOf(at, order), strangersNumber(at.context.token)),

  async 'receive-tube'({ tube }, at) {
    const queue = await at.screen.listOf(at.patient, TUBES, 'Sök på personnummer');
    const number = numberOf(at, tube);
    const row = await queue.row(TUBES, number);
    if (row === undefined) throw new Refused(`Röret ${number} finns inte på listan.`, 'absence');
    const form = await at.screen.form('Ta emot rör');
    await form.choose('Rör', `${number} ${row.Etikett}`);
    return { reference: await form.send('Ta emot') };
  },
};

/** How the list to choose an order from shows one. */
async function orderOn(at: Desk, number: string): Promise<string> {
  const panel = await at.screen.tabList(at.patient, TAB, TAB);
  const row = await panel.row('Prov att ta', number);
  if (row === undefined) throw new Refused(`Beställning ${number} finns inte hos patienten.`, 'absence');
  return `${number} ${row.Prov}`;
}

async function collect(at: Desk, order: string, code: string): Promise<Made> {
  const chosen = await orderOn(at, order);
  const form = await at.screen.form('Ta prov med skannad etikett');
  await form.choose('Prov', chosen);
  await form.write('Skannad etikett', code);
  return { reference: await form.send('Provet är taget'), data: { code } };
}

/** A label as the page draws it: its lines are read, and its bars are scanned. */
async function labelIn(
  { region, assertWhole }: Panel,
  number: string,
): Promise<Label & { readonly isThere: boolean }> {
  const drawn: Locator = region
    .getByRole('row')
    .filter({ hasText: number })
    .getByRole('img', { name: /^Etikett/ });
  if ((await drawn.count()) === 0) {
    await assertWhole();
    return { lines: [], code: undefined, isThere: false };
  }
  return looking(`etiketten ${number}`, async () => {
    const bars = await drawn.first().locator('path').getAttribute('d', { timeout: PRESENT });
    const lines = await drawn.first().locator('text').allTextContents();
    return { lines, code: scanned(dotsDrawn(bars ?? '')), isThere: true };
  });
}

const questions: QuestionTable<LabelQuestion> = {
  'label-in-printer': {
    expected: () => EXPECTED,
    async look({ label }, at) {
      const number = numberOf(at, label);
      const printer = await at.screen.listOf(at.patient, PRINTER, 'Sök på personnummer');
      const { isThere, ...found } = await labelIn(printer, number);
      if (!isThere) return { seen: false, observed: NOT_THERE };
      const row = await printer.row(PRINTER, number);
      return judged(found, { patient: at.patient, number: row?.Streckkod });
    },
  },

  'tube-received': {
    expected: ({ tube }) => `”${tube.ref}” är mottaget på laboratoriet.`,
    async look({ tube }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Tagna rör', numberOf(at, tube));
      const seen = row !== undefined && isShown(row.Mottaget);
      return { seen, observed: seen ? `Röret är mottaget ${row.Mottaget}.` : 'Röret är inte mottaget.' };
    },
  },
};

const TAB = 'Etiketter';
const PRINTER = 'Skrivare';
const TUBES = 'Rör att ta emot';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'print-label': PLACE,
    'print-wristband': PLACE,
    'collect-by-scan': PLACE,
    'attempt-wrong-label': PLACE,
  },
};
