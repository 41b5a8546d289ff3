import type { Drug } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Panel, Row } from '../../systems/reference-ui/screen/panel.ts';
import type { Screen } from '../../systems/reference-ui/screen/screen.ts';
import { amount, decimal, isShown } from '../../systems/reference-ui/words.ts';
import {
  MEDICATION_VIEWS,
  type MedicationQuestion,
  type MedicationTask,
  type MedicationView,
} from './activities.ts';
import {
  dailyStopped,
  everyDay,
  listsAgree,
  medicationListOf,
  scheduleAsked,
  schedulesAgree,
  stoppedEverywhere,
  stoppedFor,
} from './lists.ts';
import { words } from './words.ts';

const tasks: TaskTable<MedicationTask> = {
  async 'record-allergy'({ allergen }, { screen, patient }) {
    await screen.tab(patient, 'Överkänslighet');
    const form = await screen.form('Registrera överkänslighet');
    await form.choose('Överkänslig mot', allergen.display);
    return { reference: await form.send('Spara') };
  },

  prescribe: ({ drug }, at) => prescribe(drug, at),
  'attempt-to-prescribe': ({ drug }, at) => prescribe(drug, at),

  async 'attempt-daily-dosing'({ drug }, { screen, patient }) {
    await screen.tab(patient, 'Läkemedel');
    const form = await screen.form('Ordinera läkemedel');
    await form.choose('Läkemedel', drug.word);
    await form.write('Dos', decimal(everyDay(drug).dose));
    await form.choose('Hur ofta', 'en gång per dygn');
    return { reference: await form.send('Signera') };
  },

  async 'stop-drug'({ prescription }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Läkemedelslista');
    const current = await panel.row('Läkemedelslista', number);
    if (current === undefined)
      throw new Refused(`Ordination ${number} står inte i läkemedelslistan.`, 'absence');
    const form = await at.screen.form('Sätt ut läkemedel');
    await form.choose('Ordination', `${current.Läkemedel} ${number}`);
    return { reference: await form.send('Sätt ut') };
  },

  async 'change-dose'({ prescription, dose, unit }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Läkemedelslista');
    const current = await panel.row('Läkemedelslista', number);
    if (current === undefined)
      throw new Refused(`Ordination ${number} står inte i läkemedelslistan.`, 'absence');
    const form = await at.screen.form('Ändra dos');
    await form.choose('Ordination', `${current.Läkemedel} ${number}`);
    await form.write('Dos', decimal(dose));
    await form.choose('Enhet', unit);
    return { reference: await form.send('Signera') };
  },

  async 'review-prescription'({ prescription }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Granskningslista');
    if ((await panel.row('Granskningslista', number)) === undefined) {
      throw new Refused(`Ordination ${number} står inte i granskningslistan.`, 'absence');
    }
    return { reference: await at.screen.press(`Granska ${number}`) };
  },

  async 'give-dose'({ prescription }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Utdelningslista');
    const row = await panel.row('Utdelningslista', number);
    if (row === undefined) throw new Refused(`Ordination ${number} står inte i utdelningslistan.`, 'absence');
    const reference = await at.screen.press(`Ge dosen av ${number}`);
    return { reference, data: { dose: row.Dos } };
  },
};

/** Prescribes at the dose that the form proposes, the usual one of the drug, unless another is meant. */
async function prescribe(drug: Drug, { screen, patient }: Desk): Promise<Made> {
  await screen.tab(patient, 'Läkemedel');
  const form = await screen.form('Ordinera läkemedel');
  await form.choose('Läkemedel', drug.word);
  const usual = words.drug[drug.word];
  if (drug.dose !== usual?.dose || drug.unit !== usual.unit) {
    await form.write('Dos', decimal(drug.dose));
    await form.choose('Enhet', drug.unit);
  }
  return { reference: await form.send('Signera') };
}

const PHYSICIANS = 'Läkemedelslista';

const questions: QuestionTable<MedicationQuestion> = {
  'prescription-stopped': {
    expected: ({ reason }) => `Ordinationen stoppas, med överkänsligheten (${reason.word}) som skäl.`,
    look: async (question, at) => stoppedFor(question, at.context),
  },

  'prescription-without-warning': {
    expected: ({ prescription }) => `Ordinationen ”${prescription.ref}” finns, utan varning.`,
    async look({ prescription }, at) {
      const list = await listOn(await at.screenOf('physician'), at, PHYSICIANS);
      const row = await list.row(PHYSICIANS, numberOf(at, prescription));
      if (row === undefined) return { seen: false, observed: 'Ordinationen står inte i läkemedelslistan.' };
      const warned = isShown(row.Varning);
      if (!warned) await list.assertWhole();
      return {
        seen: !warned,
        observed: warned ? `Systemet varnar: ${quoted(row.Varning ?? '')}.` : 'Ingen varning finns.',
        // It was let through, so that nothing of this stops anybody; the cell holds one text for all of it.
        advice: warned ? [{ strength: 'warn', text: row.Varning ?? '' }] : [],
      };
    },
  },

  'daily-dosing-stopped': {
    expected: () => 'Ordinationen stoppas, eftersom läkemedlet ges en gång i veckan.',
    look: async ({ attempt }, at) => dailyStopped(attempt, at.context),
  },

  'schedule-on-every-list': {
    expected: ({ prescription }, at) => `I alla listor står ${scheduleAsked(prescription, at.context)}.`,
    look: ({ prescription, views }, at) =>
      schedulesAgree(views, scheduleAsked(prescription, at.context), async (view) => {
        const row = await (await viewOf(view, at)).row(medicationListOf(view), numberOf(at, prescription));
        return row?.['Hur ofta'];
      }),
  },

  'stopped-on-every-list': {
    expected: ({ stopped, kept }) => `”${stopped.ref}” är borta och ”${kept.ref}” kvar i alla listor.`,
    look: ({ stopped, kept, views }, at) =>
      stoppedEverywhere(views, async (view) => {
        const list = await viewOf(view, at);
        const holds = async (name: Ref) =>
          (await list.row(medicationListOf(view), numberOf(at, name))) !== undefined;
        return { stopped: await holds(stopped), kept: await holds(kept) };
      }),
  },

  'medication-lists-agree': {
    expected: ({ views }) =>
      `Samma läkemedel och doser står i ${listed(views.map((view) => MEDICATION_VIEWS[view]))}.`,
    look: ({ views }, at) => listsAgree(views, (view) => linesOf(view, at)),
  },

  'dose-on-nurses-list': {
    expected: ({ dose, unit }) => `Sjuksköterskans utdelningslista visar dosen ${amount(dose, unit)}.`,
    async look({ prescription, dose, unit }, at) {
      const list = await listOn(await at.screenOf('nurse'), at, NURSES);
      const row = await list.row(NURSES, numberOf(at, prescription));
      if (row === undefined) return { seen: false, observed: 'Läkemedlet står inte på listan.' };
      return { seen: row.Dos === amount(dose, unit), observed: `På listan står ${lineOf(row)}.` };
    },
  },

  'given-dose-is-ordered-dose': {
    expected: () => 'Den givna dosen är den ordinerade.',
    async look({ given, prescription }, at) {
      const list = await listOn(await at.screenOf('physician'), at, PHYSICIANS);
      const dose = await list.row(GIVEN, numberOf(at, given));
      const order = await list.row(PHYSICIANS, numberOf(at, prescription));
      return {
        seen: dose !== undefined && dose.Dos === order?.Dos,
        observed: `Given dos är ${dose?.Dos ?? 'ingen'}, ordinerad dos är ${order?.Dos ?? 'ingen'}.`,
      };
    },
  },

  'dose-given': {
    expected: () => 'Dosen står som given.',
    async look({ given }, at) {
      const list = await listOn(at.screen, at, medicationListOf(at.context.actor.role));
      const dose = await list.row(GIVEN, numberOf(at, given));
      if (dose === undefined) return { seen: false, observed: 'Ingen given dos finns.' };
      const isGiven = dose.Status === 'Given';
      return {
        seen: isGiven,
        observed: isGiven ? `${dose.Dos} är given.` : `Dosen har status ${dose.Status}.`,
      };
    },
  },
};

const NURSES = 'Utdelningslista';
const GIVEN = 'Givna doser';

const listOn = (screen: Screen, { patient }: Desk, list: string): Promise<Panel> =>
  screen.tabList(patient, 'Läkemedel', list);

/** One role's list of drugs. */
async function viewOf(view: MedicationView, at: Desk): Promise<Panel> {
  const screen = await at.screenOf(view);
  return view === 'patient' ? screen.myList('Läkemedel') : listOn(screen, at, medicationListOf(view));
}

/** The drugs as one role's list shows them. */
async function linesOf(view: MedicationView, at: Desk): Promise<string[]> {
  return (await (await viewOf(view, at)).all(medicationListOf(view))).map(lineOf);
}

const lineOf = ({ Läkemedel, Dos }: Row): string => `${Läkemedel} ${Dos}`;

const PRESCRIPTIONS: Place = {
  tab: 'Läkemedel',
  list: ({ context }) => medicationListOf(context.actor.role),
};

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'record-allergy': { tab: 'Överkänslighet', list: 'Överkänsligheter' },
    prescribe: PRESCRIPTIONS,
    'attempt-to-prescribe': PRESCRIPTIONS,
    'give-dose': PRESCRIPTIONS,
  },
  patientSignsIn: ['medication-lists-agree', 'schedule-on-every-list', 'stopped-on-every-list'],
};
