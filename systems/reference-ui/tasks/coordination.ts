import {
  COORDINATION_MESSAGES,
  type CoordinationMessage,
  type CoordinationTask,
} from '../../../domain/activities/coordination.ts';
import { Refused } from '../../driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../desk.ts';
import type { Made, TaskTable } from '../handler.ts';
import { looking, PRESENT } from '../screen/looking.ts';

export const coordinationTasks: TaskTable<CoordinationTask> = {
  async 'record-consent'({ decision }, { screen, patient }) {
    await screen.tab(patient, 'Samordning');
    const form = await screen.form('Samtycke till att kommunen får veta');
    await form.pick(decision === 'permit' ? 'Patienten samtycker' : 'Patienten samtycker inte');
    return { reference: await form.send('Spara') };
  },

  'send-message': ({ message }, at) => send(message, at),
  'attempt-to-send-message': ({ message }, at) => send(message, at),

  async 'acknowledge-message'({ message }, at) {
    await openMessage(at, numberOf(at, message));
    const form = await at.screen.form('Kvittera mottagandet');
    return { reference: await form.send('Kvittera mottagandet') };
  },

  async 'call-care-planning'(_, at) {
    if (at.context.actor.unit === 'municipality') await openMessage(at);
    else await at.screen.tab(at.patient, 'Samordning');
    const form = await at.screen.form('Kalla till SIP');
    await form.choose('Kommun', unitName(at, 'municipality'));
    return { reference: await form.send('Kalla') };
  },
};

async function send(message: CoordinationMessage, at: Desk): Promise<Made> {
  const title = COORDINATION_MESSAGES[message];
  await at.screen.tab(at.patient, 'Samordning');
  const form = await at.screen.form('Skicka meddelande');
  await form.choose('Meddelande', `${title[0]?.toUpperCase()}${title.slice(1)}`);
  await form.choose('Mottagare', unitName(at, 'municipality'));
  await form.write('Innehåll', `Här kommer ${title} för patienten.`);
  return { reference: await form.send('Skicka') };
}

/** From the inbox to one message about the patient: the one of this number, else the latest. */
async function openMessage({ screen, patient }: Desk, number?: string): Promise<void> {
  const panel = await screen.listOf(patient, 'Inkorg', 'Sök på personnummer');
  const entries = panel.region.getByRole('table', { name: 'Inkorg', exact: true });
  const link = entries.getByRole('link', number === undefined ? {} : { name: number, exact: true });
  if ((await link.count()) === 0)
    throw new Refused('Inget sådant meddelande om patienten finns i inkorgen.', 'absence');
  await looking('meddelandet i inkorgen', () => link.first().click({ timeout: PRESENT }));
  screen.leave();
  await screen.panel('Meddelande från sjukhuset').settled();
}
