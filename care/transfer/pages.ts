import { done } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { TransferQuestion, TransferTask } from './activities.ts';
import { DESTINATIONS, type Destination } from './destination.ts';

const tasks: TaskTable<TransferTask> = {
  transfer: move,
  'attempt-to-transfer': move,
};

async function move({ to }: { readonly to: Destination }, at: Desk): Promise<Made> {
  const stay = stayOf(at);
  const panel = await at.screen.tabList(at.patient, TAB, TAB);
  const row = await panel.row('Vårdtillfällen', stay);
  if (row === undefined) throw new Refused(`Vårdtillfälle ${stay} finns inte hos patienten.`, 'absence');
  const form = await at.screen.form(`Flytta till ${DESTINATIONS[to].sv}`);
  await form.choose('Vårdtillfälle', `${stay} ${row.Slag}`);
  await form.choose('Ny enhet', unitName(at, to));
  return { reference: await form.send('Flytta patienten') };
}

function stayOf({ context }: Desk): string {
  const stay = done(context, 'admit').at(-1)?.reference;
  if (stay === undefined) throw new Refused('Patienten är inte inskriven.', 'absence');
  return stay;
}

const questions: QuestionTable<TransferQuestion> = {
  'stay-at-unit': {
    expected: () => 'Patienten står som inskriven på enhetens lista.',
    async look(_, at) {
      const panel = await at.screen.listOf(at.patient, UNIT_LIST, 'Sök på personnummer eller namn');
      const stay = stayOf(at);
      const row = await panel.find(UNIT_LIST, ({ Kontakt }) => Kontakt === stay);
      return {
        seen: row !== undefined,
        observed:
          row === undefined ? 'Patienten står inte på enhetens lista.' : 'Patienten vårdas på enheten.',
      };
    },
  },
};

const TAB = 'Flytt';
const UNIT_LIST = 'Enhetens lista';

export const pages: PagesArea = { tasks, questions };
