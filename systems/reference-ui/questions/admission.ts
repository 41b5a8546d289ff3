import { type AdmissionQuestion, SURFACES, type Surface } from '../../../domain/activities/admission.ts';
import { identityShown } from '../../driver/shielding.ts';
import { listed } from '../../driver/words.ts';
import type { Desk } from '../desk.ts';
import type { QuestionTable } from '../handler.ts';
import { looking, PRESENT, shownText } from '../screen/looking.ts';
import type { Row } from '../screen/panel.ts';
import { isShown } from '../words.ts';

const UNIT_LIST = 'Enhetens lista';

export const admissionQuestions: QuestionTable<AdmissionQuestion> = {
  'patient-on-unit-list': {
    expected: () => 'Patienten står på enhetens lista.',
    async look(_, at) {
      const row = await onUnitList(at);
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
      const row = await onUnitList(at);
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
      const text = await TEXT_ON[surface](at);
      if (text === undefined)
        return { seen: false, observed: `Patienten syns inte alls i ${SURFACES[surface]}.` };
      const shown = identityShown(at.patient, text);
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
async function onUnitList({ screen, patient, context }: Desk): Promise<Row | undefined> {
  const panel = await screen.listOf(patient, UNIT_LIST, 'Sök på personnummer eller namn');
  const rows = (await panel.rows(UNIT_LIST)).filter(
    ({ Personnummer }) => Personnummer === patient.identifier.value,
  );
  const own = [...context.bound.values()].findLast(
    ({ task, actor }) =>
      task.kind === 'admit' || (task.kind === 'register-arrival' && actor.unit === context.actor.unit),
  );
  if (own?.reference === undefined) return rows[0];
  return rows.find(({ Kontakt }) => Kontakt === own.reference);
}

/** Everything that can be read of the patient on each surface; undefined where the patient is not there at all. */
const TEXT_ON: Record<Surface, (at: Desk) => Promise<string | undefined>> = {
  async 'unit-list'(at) {
    const row = await onUnitList(at);
    return row && Object.values(row).join('\n');
  },
  async chart({ screen, patient }) {
    await screen.banner(patient);
    return looking('patientens sida', () => shownText(screen.page.getByRole('main')));
  },
  letter: (at) => printed(at, /^Kallelse /),
  label: (at) => printed(at, /^Etikett /),
  async export({ screen, patient }) {
    await screen.tab(patient, 'Utskrifter');
    await looking('länken ”Journalutdrag”', () =>
      screen.page.getByRole('link', { name: 'Journalutdrag', exact: true }).click({ timeout: PRESENT }),
    );
    screen.leave();
    const panel = screen.panel('Journalutdragets innehåll');
    await panel.settled();
    const text = await shownText(panel.region);
    return text.includes(patient.identifier.value) ? text : undefined;
  },
};

/** The latest printed document of a kind. */
async function printed({ screen, patient }: Desk, name: RegExp): Promise<string | undefined> {
  const panel = await screen.tabList(patient, 'Utskrifter', 'Utskrivna dokument');
  const [latest] = await panel.region.getByRole('article', { name }).allInnerTexts();
  return latest;
}
