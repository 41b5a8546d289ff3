import type { Communication } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { isAt, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { QuestionWay, TaskWay } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { CoordinationQuestion, CoordinationTask } from './activities.ts';

/** A server that delivers nothing by itself holds whom a message is to, and shows it to those who look for their own. */
const ADDRESSED = [['Communication', 'recipient', 'subject']] as const;

export const messageAddressed: QuestionWay<Of<CoordinationQuestion, 'message-in-inbox'>> = {
  needs: { searches: ADDRESSED },
  expected: ({ message }) => `Kommunen finner ”${message.ref}” bland de meddelanden som är ställda till den.`,
  async look({ message }, at) {
    const reference = madeBy(at, message);
    const seen = (await addressed(at, reference)) !== undefined;
    return {
      seen,
      observed: seen
        ? 'Meddelandet är ställt till kommunen och finns när den söker. Systemet lovar ingen inkorg; någon leverans är inte prövad.'
        : 'Meddelandet finns inte bland dem som är ställda till kommunen.',
    };
  },
};

export const receiptWritten: TaskWay<Of<CoordinationTask, 'acknowledge-message'>> = {
  needs: {
    interactions: [
      ['read', 'Communication'],
      ['update', 'Communication'],
    ],
    searches: ADDRESSED,
  },
  async perform({ message }, at) {
    const reference = madeBy(at, message);
    const found = await at.await(() => addressed(at, reference));
    if (found === undefined)
      throw new Refused('Meddelandet finns inte bland dem som är ställda till kommunen.', 'absence');
    await at.client.update('Communication', referenceTo(found), at.context.token, (communication) => ({
      ...communication,
      received: at.now(),
    }));
    return {
      reference: referenceTo(found),
      remark: 'Systemet har ingen inkorg; mottagaren skrev kvittensen på meddelandet självt.',
    };
  },
};

export const receiptRead: QuestionWay<Of<CoordinationQuestion, 'message-received'>> = {
  needs: { interactions: [['read', 'Communication']] },
  expected: ({ message }) => `Avsändaren läser när ”${message.ref}” togs emot, som mottagaren skrev det.`,
  async look({ message }, at) {
    const { received } = await at.client.read('Communication', madeBy(at, message));
    return {
      seen: received !== undefined,
      observed:
        received === undefined
          ? 'Meddelandet står som skickat, inte mottaget.'
          : `Mottaget ${received}, skrivet av mottagaren själv.`,
    };
  },
};

/** A message among those to the municipality. */
async function addressed(at: Workstation, reference: string): Promise<Communication | undefined> {
  const municipality = await at.unit('municipality');
  if (municipality === undefined) return undefined;
  const messages = await at.client.search('Communication', {
    recipient: municipality,
    subject: at.patient,
  });
  return messages.find((each) => isAt(each, reference));
}
