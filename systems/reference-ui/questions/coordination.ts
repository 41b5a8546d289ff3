import { COORDINATION_MESSAGES, type CoordinationQuestion } from '../../../domain/activities/coordination.ts';
import type { Ref } from '../../../domain/ref.ts';
import { boundOf } from '../../care-system.ts';
import { type Desk, numberOf } from '../desk.ts';
import type { QuestionTable } from '../handler.ts';
import type { Panel } from '../screen/panel.ts';
import { shownSince } from '../since.ts';
import { isShown } from '../words.ts';

export const coordinationQuestions: QuestionTable<CoordinationQuestion> = {
  'message-in-inbox': {
    expected: ({ message }, at) => `I kommunens inkorg ligger ${titleOf(at, message)}.`,
    async look({ message }, at) {
      const row = await (await inboxOf(at)).row('Inkorg', numberOf(at, message));
      return {
        seen: row !== undefined,
        observed:
          row === undefined ? 'Meddelandet ligger inte i inkorgen.' : `I inkorgen ligger ${row.Meddelande}.`,
      };
    },
  },

  'message-received': {
    expected: () => 'Avsändaren ser att mottagaren har tagit emot meddelandet.',
    async look({ message }, at) {
      const row = await (await coordinationOf(at)).row('Skickade meddelanden', numberOf(at, message));
      if (row === undefined) return { seen: false, observed: 'Meddelandet syns inte hos avsändaren.' };
      const seen = isShown(row.Mottaget);
      return {
        seen,
        observed: seen ? `Mottaget ${row.Mottaget}.` : 'Meddelandet är skickat men inte mottaget.',
      };
    },
  },

  'nothing-in-inbox': {
    expected: () => 'Ingenting om patienten ligger i kommunens inkorg.',
    async look(_, at) {
      const rows = (await (await inboxOf(at)).rows('Inkorg')).filter(({ Skickat }) =>
        shownSince(at.context.startedAt, Skickat),
      );
      return {
        seen: rows.length === 0,
        observed:
          rows.length === 0
            ? 'Ingenting om patienten ligger i inkorgen.'
            : `I inkorgen ligger ${rows.map(({ Meddelande }) => Meddelande).join(', ')}.`,
      };
    },
  },

  'care-planning-called': {
    expected: () => 'Kallelsen till samordnad individuell planering syns.',
    async look({ meeting }, at) {
      const panel = at.context.actor.unit === 'municipality' ? await inboxOf(at) : await coordinationOf(at);
      const row = await panel.row('Kallelser till SIP', numberOf(at, meeting));
      return {
        seen: row !== undefined,
        observed: row === undefined ? 'Ingen sådan kallelse syns.' : `Kallelsen syns för ${row.Kommun}.`,
      };
    },
  },
};

const inboxOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.listOf(patient, 'Inkorg', 'Sök på personnummer');

const coordinationOf = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.tabList(patient, 'Samordning', 'Samordning med kommunen');

function titleOf({ context }: Desk, { ref }: Ref): string {
  const { task } = boundOf(context, ref);
  return 'message' in task && typeof task.message === 'string' ? COORDINATION_MESSAGES[task.message] : ref;
}
