import type { Task } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, taskOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, shownText } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import type { Tab } from '../../systems/reference-ui/screen/screen.ts';
import { amount, medicationListOf } from '../../systems/reference-ui/words.ts';
import { textOfAnswer } from '../laboratory/pages.ts';
import type { DocumentationQuestion, DocumentationTask } from './activities.ts';
import { sbarText } from './sbar.ts';

const tasks: TaskTable<DocumentationTask> = {
  async 'write-note'({ text }, { screen, patient }) {
    await screen.tab(patient, 'Journal');
    const form = await screen.form('Skriv anteckning');
    await form.write('Anteckning', text);
    return { reference: await form.send('Spara') };
  },

  async 'hand-over-shift'({ sbar }, { screen, patient }) {
    await screen.tab(patient, 'Journal');
    const form = await screen.form('Lämna över');
    await form.write('Situation', sbar.situation);
    await form.write('Bakgrund', sbar.background);
    await form.write('Aktuellt', sbar.assessment);
    await form.write('Rekommendation', sbar.recommendation);
    return { reference: await form.send('Lämna över') };
  },
};

const questions: QuestionTable<DocumentationQuestion> = {
  'hand-over-complete': {
    expected: ({ since }) =>
      `Överrapporteringen lyder som den skrevs, och ${listed(since.map(({ ref }) => `”${ref}”`)) || 'journalen'} går att se.`,
    async look({ handOver, since }, at) {
      const journal = await at.screen.tabList(at.patient, 'Journal', 'Anteckningar');
      const text = await textOfDocument(journal, numberOf(at, handOver));
      if (text === undefined) return { seen: false, observed: 'Överrapporteringen finns inte.' };
      if (text !== sbarText(taskOf(at, handOver, 'hand-over-shift').sbar)) {
        return { seen: false, observed: `Överrapporteringen lyder ${quoted(text)}.` };
      }
      const missing: string[] = [];
      for (const name of since) {
        if (!(await inChart(at, name))) missing.push(`”${name.ref}”`);
      }
      return {
        seen: missing.length === 0,
        observed:
          missing.length === 0
            ? 'Allt sedan förra passet går att se.'
            : `${listed(missing)} saknas i journalen.`,
      };
    },
  },

  'patient-reads-note': {
    expected: () => 'Patienten läser anteckningen, som den skrevs.',
    async look({ note }, at) {
      const record = await at.screen.myList('Journal och provsvar');
      const text = await textOfDocument(record, numberOf(at, note));
      if (text === undefined) return { seen: false, observed: 'Anteckningen syns inte för patienten.' };
      return {
        seen: text === taskOf(at, note, 'write-note').text,
        observed: `Patienten läser ${quoted(text)}.`,
      };
    },
  },

  'patient-reads-answer': {
    expected: () => 'Patienten läser provsvaret, som laboratoriet skrev det.',
    async look({ answer }, at) {
      const record = await at.screen.myList('Journal och provsvar');
      const text = await textOfAnswer(record, numberOf(at, answer));
      if (text === undefined) return { seen: false, observed: 'Svaret syns inte för patienten.' };
      const sent = taskOf(at, answer, 'answer-order').answer;
      return {
        seen: text === ('text' in sent ? sent.text : amount(sent.value, sent.unit)),
        observed: `Patienten läser ${quoted(text)}.`,
      };
    },
  },
};

/** The text of a document exactly as the page renders it. */
async function textOfDocument(panel: Panel, number: string): Promise<string | undefined> {
  const document = panel.region.getByRole('article', { name: new RegExp(` ${number}$`) });
  if ((await document.count()) === 0) return undefined;
  return looking(`texten i ${number}`, () => shownText(document.getByRole('region', { name: /^Text i / })));
}

type Place = readonly [tab: Tab, panel: string | ((at: Desk) => string)];

const ENCOUNTERS: Place = ['Vårdkontakt', 'Vårdkontakter'];
const MEDICATIONS: Place = ['Läkemedel', ({ context }) => medicationListOf(context.actor.role)];
const ORDERS: Place = ['Prov och svar', 'Prov och svar'];
const JOURNAL: Place = ['Journal', 'Anteckningar'];
const COORDINATION: Place = ['Samordning', 'Samordning med kommunen'];

/** Where in the chart the number of what each kind of task made is looked for. */
const PLACES: Record<Extract<Task, { as: string }>['kind'], Place> = {
  'register-arrival': ENCOUNTERS,
  admit: ENCOUNTERS,
  'declare-ready-for-discharge': ENCOUNTERS,
  discharge: ENCOUNTERS,
  'record-vitals': ['Mätvärden', 'Mätvärden'],
  'contribute-blood-pressure': ['Mätvärden', 'Mätvärden'],
  'record-allergy': ['Överkänslighet', 'Överkänsligheter'],
  prescribe: MEDICATIONS,
  'attempt-to-prescribe': MEDICATIONS,
  'give-dose': MEDICATIONS,
  'order-test': ORDERS,
  'answer-order': ORDERS,
  'telephone-critical-answer': ORDERS,
  'write-note': JOURNAL,
  'hand-over-shift': JOURNAL,
  'send-message': COORDINATION,
  'attempt-to-send-message': COORDINATION,
  'call-care-planning': COORDINATION,
  'book-telephone-time': ['Bokning', 'Bokade tider'],
};

/** Whether what an earlier step made stands in the patient's chart. */
async function inChart(at: Desk, name: Ref): Promise<boolean> {
  const { task } = boundOf(at.context, name.ref);
  if (!('as' in task)) throw new Error(`"${name.ref}" was made by ${task.kind}, which names nothing.`);
  const [tab, panelName] = PLACES[task.kind];
  const list = await at.screen.tabList(
    at.patient,
    tab,
    typeof panelName === 'string' ? panelName : panelName(at),
  );
  return (await list.region.getByText(numberOf(at, name)).count()) > 0;
}

export const pages: PagesArea = { tasks, questions };
