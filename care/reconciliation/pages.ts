import type { Of } from '../../domain/activity.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { ReconciliationQuestion, ReconciliationTask } from './activities.ts';
import { DECISIONS } from './decision.ts';

const tasks: TaskTable<ReconciliationTask> = {
  async 'list-home-drug'({ drug }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Anteckna hemläkemedel');
    await form.write('Läkemedel', drug.substance);
    await form.write('ATC-kod', drug.atc);
    return { reference: await form.send('Spara hemläkemedlet') };
  },

  async 'decide-home-drug'({ homeDrug, decision }, at) {
    const number = numberOf(at, homeDrug);
    const row = await (await at.screen.tabList(at.patient, TAB, TAB)).row(LIST, number);
    if (row === undefined) throw new Refused(`${number} finns inte i listan ”${LIST}”.`, 'absence');
    const form = await at.screen.form(DECISIONS[decision].form);
    await form.choose('Hemläkemedel', `${number} ${row.Läkemedel}`);
    return { reference: await form.send('Spara bedömningen') };
  },

  'sign-reconciliation': sign,
  'attempt-to-sign-reconciliation': sign,
};

async function sign(_: ReconciliationTask, at: Desk): Promise<Made> {
  await at.screen.tab(at.patient, TAB);
  const form = await at.screen.form('Signera läkemedelsavstämningen');
  return { reference: await form.send('Signera avstämningen') };
}

const questions: QuestionTable<ReconciliationQuestion> = {
  'home-drug-decided': {
    expected: ({ homeDrug, decision }) => `”${homeDrug.ref}” ska ${DECISIONS[decision].sv}.`,
    async look({ homeDrug, decision }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row(LIST, numberOf(at, homeDrug));
      const { drug } = taskBehind<Of<ReconciliationTask, 'list-home-drug'>>(
        at.context,
        homeDrug.ref,
        'list-home-drug',
      );
      return {
        seen: row?.Bedömning === DECISIONS[decision].shown && row.Läkemedel === drug.substance,
        observed:
          row === undefined
            ? 'Hemläkemedlet står inte i avstämningen.'
            : `I avstämningen står ${row.Läkemedel} som ${row.Bedömning?.toLowerCase()}.`,
      };
    },
  },
};

const TAB = 'Avstämning';
const LIST = 'Hemläkemedel';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = { tasks, questions, places: { 'list-home-drug': PLACE } };
