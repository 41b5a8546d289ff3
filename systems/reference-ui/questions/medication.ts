import {
  MEDICATION_VIEWS,
  type MedicationQuestion,
  type MedicationView,
} from '../../../domain/activities/medication.ts';
import { listsAgree, stoppedFor } from '../../driver/medication-lists.ts';
import { listed, quoted } from '../../driver/words.ts';
import { type Desk, numberOf } from '../desk.ts';
import type { QuestionTable } from '../handler.ts';
import type { Panel, Row } from '../screen/panel.ts';
import type { Screen } from '../screen/screen.ts';
import { amount, isShown, medicationListOf } from '../words.ts';

const PHYSICIANS = 'Läkemedelslista';

export const medicationQuestions: QuestionTable<MedicationQuestion> = {
  'prescription-stopped': {
    expected: ({ reason }) => `Ordinationen stoppas, med överkänsligheten (${reason}) som skäl.`,
    look: async (question, at) => stoppedFor(question, at.context),
  },

  'prescription-without-warning': {
    expected: ({ prescription }) => `Ordinationen ”${prescription.ref}” finns, utan varning.`,
    async look({ prescription }, at) {
      const list = await listOn(await at.screenOf('physician'), at, PHYSICIANS);
      const row = await list.row(PHYSICIANS, numberOf(at, prescription));
      if (row === undefined) return { seen: false, observed: 'Ordinationen står inte i läkemedelslistan.' };
      const warned = isShown(row.Varning);
      return {
        seen: !warned,
        observed: warned ? `Systemet varnar: ${quoted(row.Varning ?? '')}.` : 'Ingen varning finns.',
      };
    },
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

/** The drugs as one role's list shows them. */
async function linesOf(view: MedicationView, at: Desk): Promise<string[]> {
  const screen = await at.screenOf(view);
  const name = medicationListOf(view);
  const list = view === 'patient' ? await screen.myList('Läkemedel') : await listOn(screen, at, name);
  return (await list.rows(name)).map(lineOf);
}

const lineOf = ({ Läkemedel, Dos }: Row): string => `${Läkemedel} ${Dos}`;
