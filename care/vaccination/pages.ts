import type { Of } from '../../domain/activity.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { VaccinationQuestion, VaccinationTask } from './activities.ts';
import { GUARDIANS, type Vaccine } from './vaccine.ts';

const FORMS = {
  permit: 'Anteckna samtycke till vaccination',
  deny: 'Anteckna nej till vaccination',
} as const;

const tasks: TaskTable<VaccinationTask> = {
  async 'record-guardians-answer'({ guardian, answer }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form(FORMS[answer]);
    await form.choose('Vårdnadshavare', GUARDIANS[guardian].display);
    return { reference: await form.send('Spara svaret') };
  },
  vaccinate,
  'attempt-to-vaccinate': vaccinate,
};

async function vaccinate(
  { vaccine, batch }: { readonly vaccine: Vaccine; readonly batch: string },
  at: Desk,
): Promise<Made> {
  await at.screen.tab(at.patient, TAB);
  const form = await at.screen.form(`Vaccinera med ${vaccine.word}`);
  await form.write('Batchnummer', batch);
  return { reference: await form.send('Signera vaccinationen') };
}

const questions: QuestionTable<VaccinationQuestion> = {
  'vaccination-on-record': {
    expected: ({ vaccination }) => `”${vaccination.ref}” står i journalen, med sitt batchnummer.`,
    async look({ vaccination }, at) {
      const { vaccine, batch } = taskBehind<Of<VaccinationTask, 'vaccinate'>>(
        at.context,
        vaccination.ref,
        'vaccinate',
      );
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Vaccinationer', numberOf(at, vaccination));
      return {
        seen: row?.Vaccin === vaccine.display && row.Batch === batch,
        observed:
          row === undefined
            ? 'Vaccinationen står inte i journalen.'
            : `I journalen står ${row.Vaccin}, batch ${row.Batch}.`,
      };
    },
  },
};

const TAB = 'Vaccinationer';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { vaccinate: PLACE, 'attempt-to-vaccinate': PLACE },
};
