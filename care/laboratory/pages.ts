import type { Locator } from 'playwright';
import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, PRESENT, shownText } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import { amount, decimal, isShown } from '../../systems/reference-ui/words.ts';
import { medicationListOf } from '../medication/index.ts';
import type { LaboratoryQuestion, LaboratoryTask } from './activities.ts';

const tasks: TaskTable<LaboratoryTask> = {
  async 'order-test'({ test }, at) {
    await at.screen.tab(at.patient, 'Prov och svar');
    const form = await at.screen.form('Ordinera prov');
    await form.choose('Prov', test.word);
    await form.choose('Laboratorium', unitName(at, 'laboratory'));
    return { reference: await form.send('Signera') };
  },

  async 'collect-specimen'({ order }, at) {
    await at.screen.tabList(at.patient, 'Prov och svar', 'Prov och svar');
    return { reference: await at.screen.press(`Ta prov för ${numberOf(at, order)}`) };
  },

  async 'answer-order'({ order, answer }, at) {
    await openOrder(at, numberOf(at, order));
    const form = await at.screen.form('Besvara ordern');
    if ('text' in answer) {
      await form.pick('En text');
      await form.write('Svarstext', answer.text);
    } else {
      await form.pick('Ett värde');
      await form.write('Värde', decimal(answer.value));
      await form.write('Enhet', answer.unit);
    }
    return { reference: await form.send('Validera och skicka') };
  },

  async 'telephone-critical-answer'({ order }, at) {
    const { actor: orderer } = boundOf(at.context, order.ref);
    await openOrder(at, numberOf(at, order));
    const form = await at.screen.form('Ring om kritiskt svar');
    if (orderer.unit !== null) await form.choose('Uppringd enhet', unitName(at, orderer.unit));
    return { reference: await form.send('Anteckna samtalet') };
  },

  async 'acknowledge-critical-answer'({ call }, at) {
    await at.screen.list('Kritiska svar');
    return { reference: await at.screen.press(`Kvittera samtal ${numberOf(at, call)}`) };
  },
};

/** From the worklist to one order, found by the patient's number and known by its own. */
async function openOrder({ screen, patient }: Desk, order: string): Promise<void> {
  const panel = await screen.listOf(
    patient,
    'Laboratoriets arbetslista',
    'Sök på ordernummer eller personnummer',
  );
  const link = panel.region.getByRole('link', { name: order, exact: true });
  if ((await link.count()) === 0) {
    throw new Refused(
      `Order ${order} finns inte på laboratoriets arbetslista, så den kan inte besvaras.`,
      'absence',
    );
  }
  await looking(`order ${order} på laboratoriets arbetslista`, () =>
    link.first().click({ timeout: PRESENT }),
  );
  screen.leave();
  await screen.panel('Order').settled();
}

const questions: QuestionTable<LaboratoryQuestion> = {
  'order-on-laboratory-worklist': {
    expected: () => 'Beställningen väntar på laboratoriets arbetslista.',
    async look({ order }, at) {
      const panel = await at.screen.listOf(
        at.patient,
        'Laboratoriets arbetslista',
        'Sök på ordernummer eller personnummer',
      );
      const row = await panel.row('Väntar på svar', numberOf(at, order));
      return {
        seen: row !== undefined,
        observed:
          row === undefined
            ? 'Beställningen står inte på arbetslistan.'
            : `På arbetslistan står ${row.Prov}.`,
      };
    },
  },

  'answer-on-orderers-list': {
    expected: () => 'Minst ett svar på beställningen finns hos beställaren.',
    async look({ order }, at) {
      const { count, orders } = await answersTo(at, order);
      if (count === 0) await orders.assertWhole();
      return { seen: count > 0, observed: countText(count) };
    },
  },

  'exactly-one-answer': {
    expected: () => 'Beställningen har exakt ett svar.',
    async look({ order }, at) {
      const { count, orders } = await answersTo(at, order);
      if (count <= 1) await orders.assertWhole();
      return { seen: count === 1, observed: countText(count) };
    },
  },

  'answer-reads-unchanged': {
    expected: ({ answer }, at) => `Svaret lyder ${quoted(sentText(at, answer))}, tecken för tecken.`,
    async look({ answer }, at) {
      const panel = await ordersOf(at);
      const text = await textOfAnswer(panel, numberOf(at, answer));
      if (text === undefined) return { seen: false, observed: 'Svaret syns inte.' };
      return { seen: text === sentText(at, answer), observed: `Svaret lyder ${quoted(text)}.` };
    },
  },

  'acknowledgement-on-record': {
    expected: () => 'Vem som kvitterade, och när, går att läsa.',
    async look({ call }, at) {
      const row = await (await ordersOf(at)).row('Telefonsvar', numberOf(at, call));
      if (row === undefined) return { seen: false, observed: 'Samtalet syns inte.' };
      const seen = isShown(row['Kvitterat av']) && isShown(row.Kvitterat);
      return {
        seen,
        observed: seen
          ? `Kvitterat av ${row['Kvitterat av']} ${row.Kvitterat}.`
          : 'Samtalet syns, men ingen kvittens.',
      };
    },
  },

  'specimen-taken-before-dose': {
    expected: () => 'Provet är taget före första dosen.',
    async look({ order, drug }, at) {
      const panel = await ordersOf(at);
      const orders = panel.region.getByRole('table', { name: 'Beställningar', exact: true });
      const taken = await lastTime(orders.getByRole('row').filter({ hasText: numberOf(at, order) }), 2);
      await panel.assertWhole();
      if (taken === undefined) return { seen: false, observed: 'Inget prov är taget.' };
      const doses = await dosesOf(at);
      const given = await lastTime(firstOf(doses, numberOf(at, drug)), 1);
      // An earlier dose than the first that is shown may be left out.
      await doses.assertWhole();
      if (given === undefined) return { seen: false, observed: 'Ingen dos är given.' };
      return {
        seen: Date.parse(taken) < Date.parse(given),
        observed: `Provet är taget ${taken}, första dosen given ${given}.`,
      };
    },
  },

  'patient-reads-answer': {
    expected: () => 'Patienten läser provsvaret, som laboratoriet skrev det.',
    async look({ answer }, at) {
      const record = await at.screen.myList('Journal och provsvar');
      const text = await textOfAnswer(record, numberOf(at, answer));
      if (text === undefined) return { seen: false, observed: 'Svaret syns inte för patienten.' };
      return {
        seen: text === sentText(at, answer),
        observed: `Patienten läser ${quoted(text)}.`,
      };
    },
  },
};

const dosesOf = ({ screen, patient, context }: Desk): Promise<Panel> =>
  screen.tabList(patient, 'Läkemedel', medicationListOf(context.actor.role));

/** The row of the first dose that a number, its own or its prescription's, stands for. */
const firstOf = ({ region }: Panel, number: string): Locator =>
  region
    .getByRole('table', { name: 'Givna doser', exact: true })
    .getByRole('row')
    .filter({ hasText: number })
    .last();

/** The instant behind the last time that a row shows, when it shows that many; ISO 8601. */
async function lastTime(row: Locator, times: number): Promise<string | undefined> {
  const shown = row.getByRole('time');
  if ((await shown.count()) < times) return undefined;
  return (await shown.last().getAttribute('datetime', { timeout: PRESENT })) ?? undefined;
}

const ordersOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.tabList(patient, 'Prov och svar', 'Prov och svar');

async function answersTo(at: Desk, order: Ref): Promise<{ readonly count: number; readonly orders: Panel }> {
  const orders = await ordersOf(at);
  const row = await orders.row('Beställningar', numberOf(at, order));
  return { count: Number(row?.Svar ?? 0), orders };
}

const countText = (count: number): string =>
  count === 0 ? 'Inget svar finns.' : `${count === 1 ? 'Ett' : count} svar finns.`;

/** What the laboratory sent, as a page words it. */
function sentText(at: Desk, name: Ref): string {
  const { answer } = taskBehind<Of<LaboratoryTask, 'answer-order'>>(at.context, name.ref, 'answer-order');
  return 'text' in answer ? answer.text : amount(answer.value, answer.unit);
}

/** The text of an answer exactly as the page renders it; undefined only when there is none. */
async function textOfAnswer(panel: Panel, number: string): Promise<string | undefined> {
  const answer = panel.region.getByRole('article', { name: new RegExp(`^Svar ${number} `) });
  if ((await answer.count()) === 0) {
    await panel.assertWhole();
    return undefined;
  }
  return looking(`texten i svar ${number}`, () =>
    shownText(answer.getByRole('region', { name: /^Text i / })),
  );
}

const ORDERS: Place = { tab: 'Prov och svar', list: 'Prov och svar' };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'order-test': ORDERS, 'answer-order': ORDERS, 'telephone-critical-answer': ORDERS },
  patientSignsIn: ['patient-reads-answer'],
};
