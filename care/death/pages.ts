import { DAY, HOUR } from '../../domain/time.ts';
import { listed } from '../../systems/driver/words.ts';
import type { PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import type { DeathQuestion, DeathTask } from './activities.ts';
import { stoppedForDeath } from './stopped.ts';

const tasks: TaskTable<DeathTask> = {
  async 'record-death'(_, { screen, patient }) {
    await screen.tab(patient, 'Vårdkontakt');
    const form = await screen.form('Anteckna dödsfall');
    return { reference: await form.send('Patienten har avlidit') };
  },

  async 'cancel-planned'(_, { screen, patient }) {
    const panel = await screen.tabList(patient, PLANNED, PLANNED);
    for (const row of (await panel.all(TIMES)).filter(isStanding)) {
      const form = await screen.form('Avboka');
      await form.choose('Patientens plats', `${row.Nummer} ${row.Åtgärd}`);
      await form.send('Stryk');
    }
    return {};
  },

  async 'attempt-to-book-the-dead'(_, { screen, patient }) {
    await screen.tab(patient, PLANNED);
    const form = await screen.form('Boka återbesök');
    const start = Math.floor(Date.now() / DAY) * DAY + 7 * DAY + 8 * HOUR;
    await form.write('Tid för återbesöket', new Date(start).toLocaleString('sv-SE').slice(0, 16));
    return { reference: await form.send('Boka återbesöket') };
  },
};

const questions: QuestionTable<DeathQuestion> = {
  'death-on-record': {
    expected: () => 'Den som öppnar journalen ser att patienten är avliden.',
    async look(_, at) {
      const banner = await at.screen.banner(at.patient);
      const seen = (await banner.region.innerText()).includes('Avliden');
      return { seen, observed: seen ? 'Patienten står som avliden.' : 'Patienten står som levande.' };
    },
  },

  'nothing-planned': {
    expected: () => 'Ingen kallelse, tid eller plats på väntelista står kvar.',
    async look(_, at) {
      const panel = await at.screen.tabList(at.patient, PLANNED, PLANNED);
      const standing = (await panel.rows(TIMES)).filter(isStanding);
      if (standing.length === 0) await panel.assertWhole();
      return {
        seen: standing.length === 0,
        observed:
          standing.length === 0
            ? 'Inget är planerat.'
            : `Kvar står ${listed(standing.map(({ Åtgärd = '', Status = '' }) => `${Åtgärd} (${Status})`))}.`,
      };
    },
  },

  'booking-stopped': {
    expected: () => 'Bokningen stoppas, eftersom patienten är avliden.',
    look: async ({ attempt }, at) => stoppedForDeath(attempt, at.context),
  },
};

const isStanding = ({ Status }: Row): boolean => isShown(Status) && !OVER.has(Status ?? '');

const PLANNED = 'Planerad vård';
const TIMES = 'Väntelista och tider';
const OVER: ReadonlySet<string> = new Set(['Uteblev', 'Genomförd', 'Avbokad']);

export const pages: PagesArea = { tasks, questions };
