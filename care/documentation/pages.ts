import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, shownText } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import type { DocumentationQuestion, DocumentationTask } from './activities.ts';
import { missingSince } from './missing.ts';
import { sbarText } from './sbar.ts';

type WriteNote = Of<DocumentationTask, 'write-note'>;
type HandOverShift = Of<DocumentationTask, 'hand-over-shift'>;

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
      if (text !== sbarText(taskBehind<HandOverShift>(at.context, handOver.ref, 'hand-over-shift').sbar)) {
        return { seen: false, observed: `Överrapporteringen lyder ${quoted(text)}.` };
      }
      return missingSince(since, (name) => inChart(at, name));
    },
  },

  'patient-reads-note': {
    expected: () => 'Patienten läser anteckningen, som den skrevs.',
    async look({ note }, at) {
      const record = await at.screen.myList('Journal och provsvar');
      const text = await textOfDocument(record, numberOf(at, note));
      if (text === undefined) return { seen: false, observed: 'Anteckningen syns inte för patienten.' };
      return {
        seen: text === taskBehind<WriteNote>(at.context, note.ref, 'write-note').text,
        observed: `Patienten läser ${quoted(text)}.`,
      };
    },
  },
};

/** The text of a document exactly as the page renders it; undefined only when there is none. */
async function textOfDocument(panel: Panel, number: string): Promise<string | undefined> {
  const document = panel.region.getByRole('article', { name: new RegExp(` ${number}$`) });
  if ((await document.count()) === 0) {
    await panel.assertWhole();
    return undefined;
  }
  return looking(`texten i ${number}`, () => shownText(document.getByRole('region', { name: /^Text i / })));
}

/** Whether what an earlier step made stands in the patient's chart. */
async function inChart(at: Desk, name: Ref): Promise<boolean> {
  const { task } = boundOf(at.context, name.ref);
  const place = at.placeOf(task.kind);
  if (place === undefined) throw new Error(`Nothing in the chart shows what ${task.kind} makes.`);
  const { tab, list: named } = place;
  const list = await at.screen.tabList(at.patient, tab, typeof named === 'string' ? named : named(at));
  const isThere = (await list.region.getByText(numberOf(at, name)).count()) > 0;
  if (!isThere) await list.assertWhole();
  return isThere;
}

const JOURNAL: Place = { tab: 'Journal', list: 'Anteckningar' };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'write-note': JOURNAL, 'hand-over-shift': JOURNAL },
  patientSignsIn: ['patient-reads-note'],
};
