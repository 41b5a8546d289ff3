import type { CoordinationQuestion } from '../../../domain/activities/coordination.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Ref } from '../../../domain/ref.ts';
import { listed } from '../../driver/words.ts';
import type { Found } from '../client.ts';
import { referenceTo } from '../concepts.ts';
import type { QuestionTable } from '../handler.ts';
import { messageAddressed, receiptRead } from '../plainly/coordination.ts';
import { madeBy, type Workstation } from '../workstation.ts';

export const coordinationQuestions: QuestionTable<CoordinationQuestion> = {
  'message-in-inbox': {
    needs: { searches: [['Task', 'focus', 'owner', 'status']], workflows: ['message-delivery'] },
    expected: ({ message }) => `Kommunen har ”${message.ref}” i sin inkorg.`,
    async look({ message }, at) {
      const inbox = await inboxEntries(at, message);
      const seen = inbox.find(() => true) !== undefined;
      return {
        seen,
        observed: seen ? 'Meddelandet ligger i inkorgen.' : 'Meddelandet ligger inte i inkorgen.',
      };
    },
    plainly: messageAddressed,
  },

  'message-received': {
    needs: { interactions: [['read', 'Communication']], workflows: ['message-delivery'] },
    expected: ({ message }) => `Avsändaren ser att ”${message.ref}” är mottaget.`,
    async look({ message }, at) {
      const { received } = await at.client.read('Communication', madeBy(at, message));
      return {
        seen: received !== undefined,
        observed:
          received === undefined ? 'Meddelandet står som skickat, inte mottaget.' : `Mottaget ${received}.`,
      };
    },
    plainly: receiptRead,
  },

  'nothing-in-inbox': {
    needs: {
      searches: [
        ['Task', 'owner', 'patient'],
        ['Communication', 'recipient', 'subject'],
      ],
      workflows: ['consent-enforcement'],
    },
    expected: () => 'Ingenting om patienten finns i kommunens inkorg.',
    async look(_, at) {
      const municipality = await at.unit('municipality');
      if (municipality === undefined) return { seen: false, observed: 'Flödet har ingen kommun.' };
      const isOfThisFlow = (time: string | undefined): boolean =>
        time === undefined || Date.parse(time) >= at.context.startedAt;
      const inbox = await at.client.search('Task', { owner: municipality, patient: at.patient });
      const sent = await at.client.search('Communication', { recipient: municipality, subject: at.patient });
      const entries = inbox.seen.filter(({ authoredOn }) => isOfThisFlow(authoredOn));
      const messages = sent.seen.filter((each) => isOfThisFlow(each.sent));
      const there = [
        ...(entries.length > 0 ? [`${entries.length} i inkorgen`] : []),
        ...(messages.length > 0 ? [`${messages.length} meddelande(n)`] : []),
      ];
      if (there.length > 0) return { seen: false, observed: `Kommunen ser ${listed(there)} om patienten.` };
      inbox.all();
      sent.all();
      return { seen: true, observed: 'Ingenting finns.' };
    },
  },

  'care-planning-called': {
    needs: { searches: [['Appointment', 'patient', 'service-type']] },
    expected: () => 'Kallelsen till samordnad individuell planering syns.',
    async look({ meeting }, at) {
      const reference = madeBy(at, meeting);
      const calls = await at.client.search('Appointment', {
        patient: at.patient,
        'service-type': `${SYSTEMS.genrep}|sip`,
      });
      const seen = calls.find((each) => referenceTo(each) === reference) !== undefined;
      return { seen, observed: seen ? 'Kallelsen syns.' : 'Ingen kallelse syns.' };
    },
  },
};

async function inboxEntries(at: Workstation, message: Ref): Promise<Found<'Task'>> {
  const owner = await at.unit('municipality');
  return at.client.search('Task', {
    focus: madeBy(at, message),
    ...(owner === undefined ? {} : { owner }),
    status: ['requested', 'completed'],
  });
}
