import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { unitOf } from '../../systems/care-system.ts';
import { Refused, Unsure } from '../../systems/driver/outcome.ts';
import { listed } from '../../systems/driver/words.ts';
import type { Found } from '../../systems/fhir-r4/client.ts';
import { coded, concept, pointer, pointers, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { atUnit } from '../../systems/fhir-r4/participant.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import type { Whose } from '../../systems/fhir-r4/whose.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import {
  COORDINATION_MESSAGES,
  type CoordinationMessage,
  type CoordinationQuestion,
  type CoordinationTask,
} from './activities.ts';
import { messageAddressed, receiptRead, receiptWritten } from './plainly.ts';

const SENDING: Needs = { interactions: [['create', 'Communication']] };

const tasks: TaskTable<CoordinationTask> = {
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

const questions: QuestionTable<CoordinationQuestion> = {
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
      const inbox = await at.client.search('Task', { owner: municipality, patient: at.patient });
      const sent = await at.client.search('Communication', { recipient: municipality, subject: at.patient });
      const messages = new Map(sent.seen.map((each) => [referenceTo(each), at.whose(each, each.sent)]));
      const entries = inbox.seen.map(
        (each) =>
          messages.get(localReference(each.focus?.reference ?? '')) ?? at.whose(each, each.authoredOn),
      );
      const own = (all: Iterable<Whose>) => [...all].filter((each) => each === 'own').length;
      const [inInbox, sentThere] = [own(entries), own(messages.values())];
      const there = [
        ...(inInbox > 0 ? [`${inInbox} i inkorgen`] : []),
        ...(sentThere > 0 ? [`${sentThere} meddelande(n)`] : []),
      ];
      if (there.length > 0) return { seen: false, observed: `Kommunen ser ${listed(there)} om patienten.` };
      if ([...entries, ...messages.values()].includes('unclear')) throw new Unsure(NOBODYS_MARK);
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

const NOBODYS_MARK =
  'Kommunen ser något om patienten som ingen har märkt, och det går inte att säga om det kom före flödet eller i det: systemets klocka och Genreps går inte lika.';

async function inboxEntries(at: Workstation, message: Ref): Promise<Found<'Task'>> {
  const owner = await at.unit('municipality');
  return at.client.search('Task', {
    focus: madeBy(at, message),
    ...(owner === undefined ? {} : { owner }),
    status: ['requested', 'completed'],
  });
}

/** What a system does by itself here. */
const workflows = {
  'message-delivery': { sv: 'levererar meddelanden till mottagarens inkorg med kvittens' },
  'consent-enforcement': { sv: 'hindrar informationsdelning utan patientens samtycke' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
