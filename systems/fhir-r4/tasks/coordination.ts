import {
  COORDINATION_MESSAGES,
  type CoordinationMessage,
  type CoordinationTask,
} from '../../../domain/activities/coordination.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { unitOf } from '../../care-system.ts';
import { Refused } from '../../driver/outcome.ts';
import { coded, concept, pointer, pointers } from '../concepts.ts';
import type { Made, Needs, TaskTable } from '../handler.ts';
import { atUnit } from '../participant.ts';
import { receiptWritten } from '../plainly/coordination.ts';
import { encounterOf, madeBy, type Workstation } from '../workstation.ts';

const SENDING: Needs = { interactions: [['create', 'Communication']] };

export const coordinationTasks: TaskTable<CoordinationTask> = {
  'record-consent': {
    needs: { interactions: [['create', 'Consent']] },
    perform({ decision }, at) {
      return at.make({
        resourceType: 'Consent',
        status: 'active',
        scope: coded(SYSTEMS.consentScope, 'patient-privacy'),
        category: [concept('share-with-municipality', 'Information får delas med kommunen')],
        patient: { reference: at.patient },
        dateTime: at.now(),
        policyRule: { text: 'Offentlighets- och sekretesslagen (2009:400), samtycke' },
        provision: { type: decision },
      });
    },
  },

  'send-message': { needs: SENDING, perform: send },

  'attempt-to-send-message': { needs: SENDING, perform: send },

  'acknowledge-message': {
    needs: {
      interactions: [
        ['read', 'Task'],
        ['update', 'Task'],
      ],
      searches: [['Task', 'focus', 'status']],
      workflows: ['message-delivery'],
    },
    async perform({ message }, at) {
      const delivered = { focus: madeBy(at, message), status: 'requested' };
      const entry = await at.await(async () => (await at.client.search('Task', delivered)).find(() => true));
      if (entry === undefined) throw new Refused('Meddelandet finns inte i inkorgen.', 'absence');
      const reference = `Task/${entry.id}`;
      await at.client.update('Task', reference, at.context.token, (task) => ({
        ...task,
        status: 'completed',
      }));
      return { reference };
    },
    plainly: receiptWritten,
  },

  'call-care-planning': {
    needs: { interactions: [['create', 'Appointment']] },
    perform(_, at) {
      return at.make({
        resourceType: 'Appointment',
        status: 'proposed',
        serviceType: [concept('sip', 'Samordnad individuell planering')],
        description: 'Kallelse till samordnad individuell planering (SIP)',
        created: at.now(),
        participant: [
          { actor: { reference: at.patient }, status: 'needs-action' },
          ...atUnit(at.context.units.municipality, 'needs-action'),
        ],
      });
    },
  },
};

async function send(
  { message }: Extract<CoordinationTask, { message: CoordinationMessage }>,
  at: Workstation,
): Promise<Made> {
  const municipality = await at.unit('municipality');
  return at.make({
    resourceType: 'Communication',
    status: 'completed',
    category: [concept(message, COORDINATION_MESSAGES[message])],
    subject: { reference: at.patient },
    encounter: pointer(encounterOf(at)),
    recipient: pointers(municipality),
    sender: at.me,
    sent: at.now(),
    payload: [{ contentString: MESSAGE_TEXTS[message](unitOf(at.context)?.name ?? 'sjukhuset') }],
  });
}

const MESSAGE_TEXTS: Readonly<Record<CoordinationMessage, (unit: string) => string>> = {
  admission: (unit) => `Patienten är inskriven vid ${unit} och bedöms behöva insatser efter utskrivning.`,
  'ready-for-discharge': (unit) => `Patienten bedöms som utskrivningsklar vid ${unit}.`,
  'discharge-information': (unit) =>
    `Patienten skrivs ut från ${unit}. Läkemedelslista och planerad uppföljning finns i utskrivningsinformationen.`,
};
