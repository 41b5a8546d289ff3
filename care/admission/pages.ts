import { identityShown } from '../../systems/driver/shielding.ts';
import { listed } from '../../systems/driver/words.ts';
import { type Desk, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, PRESENT, shownText } from '../../systems/reference-ui/screen/looking.ts';
import type { Panel, Row } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import {
  type AdmissionQuestion,
  type AdmissionTask,
  SURFACES,
  type Surface,
  TRIAGE_COLOURS,
} from './activities.ts';

const tasks: TaskTable<AdmissionTask> = {
  async 'register-arrival'({ reason }, { screen, patient }) {
    await screen.menu('Registrera ankomst');
    const find = await screen.form('Sök person');
    await find.write('Personnummer', patient.identifier.value);
    await find.send('Sök person');
    const arrival = await screen.form('Registrera ankomst');
    await arrival.write('Sökorsak', reason);
    return { reference: await arrival.send('Registrera ankomst') };
  },

  async triage({ colour }, at) {
    const word = TRIAGE_COLOURS[colour];
    await at.screen.tab(at.patient, 'Vårdkontakt');
    const form = await at.screen.form('Prioritera');
    await form.choose('Prioritet', `${word[0]?.toUpperCase()}${word.slice(1)}`);
    return { reference: await form.send('Prioritera') };
  },

  async admit(_, at) {
    await at.screen.tab(at.patient, 'Vårdkontakt');
    const form = await at.screen.form('Skriv in på avdelning');
    await form.choose('Avdelning', unitName(at, 'ward'));
    return { reference: await form.send('Skriv in på avdelning') };
  },

  'call-in': (_, at) => sendEmpty(at, 'Kalla in'),
  'declare-ready-for-discharge': (_, at) => sendEmpty(at, 'Bedöm som utskrivningsklar'),
  discharge: (_, at) => sendEmpty(at, 'Skriv ut från avdelning'),

  async 'print-document'({ document }, at) {
    await at.screen.tab(at.patient, 'Utskrifter');
    const name = document === 'letter' ? 'Skriv ut kallelse' : 'Skriv ut etikett';
    const form = await at.screen.form(name);
    return { reference: await form.send(name) };
  },
};

/** A form of the patient's way through the house that is only its button. */
async function sendEmpty({ screen, patient }: Desk, name: string): Promise<Made> {
  await screen.tab(patient, 'Vårdkontakt');
  const form = await screen.form(name);
  return { reference: await form.send(name) };
}

const UNIT_LIST = 'Enhetens lista';

const questions: QuestionTable<AdmissionQuestion> = {
  'patient-on-unit-list': {
    expected: () => 'Patienten står på enhetens lista.',
    async look(_, at) {
      const { row } = await onUnitList(at);
      return {
        seen: row !== undefined,
        observed:
          row === undefined ? 'Patienten står inte på listan.' : `Patienten står på listan: ${row.Status}.`,
      };
    },
  },

  'bed-on-ward-list': {
    expected: () => 'Patienten står på avdelningens lista, med vårdplats.',
    async look(_, at) {
      const { row } = await onUnitList(at);
      const seen = isShown(row?.Vårdplats);
      if (row === undefined) return { seen, observed: 'Patienten står inte på avdelningens lista.' };
      return {
        seen,
        observed: seen
          ? `Patienten har vårdplats ${row.Vårdplats}.`
          : 'Patienten står på listan utan vårdplats.',
      };
    },
  },

  'identity-shielded': {
    expected: ({ surface }) => `Varken namn eller adress går att läsa i ${SURFACES[surface]}.`,
    async look({ surface }, at) {
      const { text, panel } = await TEXT_ON[surface](at);
      const shown = text === undefined ? [] : identityShown(at.patient, text);
      if (shown.length === 0) await panel.assertWhole();
      if (text === undefined)
        return { seen: false, observed: `Patienten syns inte alls i ${SURFACES[surface]}.` };
      return {
        seen: shown.length === 0,
        observed:
          shown.length === 0
            ? 'Namn och adress är skyddade.'
            : `I ${SURFACES[surface]} går det att läsa ${listed(shown)}.`,
      };
    },
  },
};

/** The patient's row on the list of the actor's unit: the flow's own stay or visit there, where the flow made one. */
async function onUnitList({
  screen,
  patient,
  context,
}: Desk): Promise<{ readonly row: Row | undefined; readonly panel: Panel }> {
  const panel = await screen.listOf(patient, UNIT_LIST, 'Sök på personnummer eller namn');
  const own = [...context.bound.values()].findLast(
    ({ task, actor }) =>
      task.kind === 'admit' || (task.kind === 'register-arrival' && actor.unit === context.actor.unit),
  );
  const row = await panel.find(
    UNIT_LIST,
    ({ Personnummer, Kontakt }) =>
      Personnummer === patient.identifier.value &&
      (own?.reference === undefined || Kontakt === own.reference),
  );
  return { row, panel };
}

/** What can be read of the patient somewhere; no text where the patient is not there at all. */
interface Shown {
  readonly text: string | undefined;
  readonly panel: Panel;
}

/** How each surface is read. */
const TEXT_ON: Record<Surface, (at: Desk) => Promise<Shown>> = {
  async 'unit-list'(at) {
    const { row, panel } = await onUnitList(at);
    return { text: row && Object.values(row).join('\n'), panel };
  },
  async chart({ screen, patient }) {
    const panel = await screen.banner(patient);
    return { text: await looking('patientens sida', () => shownText(screen.page.getByRole('main'))), panel };
  },
  letter: (at) => printed(at, /^Kallelse /),
  label: (at) => printed(at, /^Etikett /),
  async export({ screen, patient }) {
    await screen.tab(patient, 'Utskrifter');
    await looking('länken ”Journalutdrag”', () =>
      screen.page.getByRole('link', { name: 'Journalutdrag', exact: true }).click({ timeout: PRESENT }),
    );
    screen.leave();
    const panel = screen.panel('Journalutdragets innehåll', patient);
    await panel.settled();
    const text = await shownText(panel.region);
    return { text: text.includes(patient.identifier.value) ? text : undefined, panel };
  },
};

/** The latest printed document of a kind. */
async function printed({ screen, patient }: Desk, name: RegExp): Promise<Shown> {
  const panel = await screen.tabList(patient, 'Utskrifter', 'Utskrivna dokument');
  const [latest] = await panel.region.getByRole('article', { name }).allInnerTexts();
  return { text: latest, panel };
}

const ENCOUNTERS: Place = { tab: 'Vårdkontakt', list: 'Vårdkontakter' };

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'register-arrival': ENCOUNTERS,
    admit: ENCOUNTERS,
    'declare-ready-for-discharge': ENCOUNTERS,
    discharge: ENCOUNTERS,
  },
};
