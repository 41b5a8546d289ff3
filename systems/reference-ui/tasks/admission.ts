import { type AdmissionTask, TRIAGE_COLOURS } from '../../../domain/activities/admission.ts';
import { type Desk, unitName } from '../desk.ts';
import type { Made, TaskTable } from '../handler.ts';

export const admissionTasks: TaskTable<AdmissionTask> = {
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
