import type { Hl7Message } from '@medplum/core';
import type { DiagnosticReport, Observation, Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import type { Faults } from '../../faults/fault.ts';
import { acknowledge } from '../../laboratory/hl7/acknowledgement.ts';
import { type LaboratoryAnswer, readAnswer } from '../../laboratory/hl7/answer.ts';
import { MessageError } from '../../laboratory/hl7/message.ts';
import type { Store } from '../../workflow.ts';
import { genrepCodeOf } from '../concept.ts';
import { answerAsRead } from './answer-as-read.ts';
import { type AnsweredOrder, observationOf, reportOf } from './answer-resources.ts';
import type { DeadLetters } from './dead-letters.ts';
import { patientNumberOf } from './order-message.ts';

/** An answer that can be read but belongs nowhere; the text says in Swedish why. */
class Unplaceable extends Error {}

/** ORU^R01 in, ACK out: an answer is stored and its order done before it is acknowledged. */
export function takeAnswers(options: {
  readonly store: Store;
  readonly deadLetters: DeadLetters;
  readonly faults: Faults;
  readonly now: () => number;
}): (message: Hl7Message) => Promise<Hl7Message> {
  const { store, deadLetters, faults, now } = options;

  async function orderOf(answer: LaboratoryAnswer): Promise<AnsweredOrder> {
    const order = await store.read<ServiceRequest>(`ServiceRequest/${answer.orderNumber}`);
    if (order === undefined) throw new Unplaceable('Svaret gäller en order som inte finns.');
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (patient === undefined || patientNumberOf(patient) !== answer.patientIdentifier) {
      throw new Unplaceable('Svaret gäller en annan patient än ordern.');
    }
    return { ...order, id: answer.orderNumber };
  }

  async function place(answer: LaboratoryAnswer): Promise<void> {
    const order = await orderOf(answer);
    if ((await store.read(`DiagnosticReport/${answer.number}`)) !== undefined) return;
    await store.create<Observation>(observationOf(answer, order));
    await store.create<DiagnosticReport>(reportOf(answer, order));
    await complete(order.id);
  }

  async function complete(orderNumber: string): Promise<void> {
    const tasks = await store.search<Task>(`Task?focus=ServiceRequest/${orderNumber}&status=requested`);
    for (const task of tasks.filter(({ code }) => genrepCodeOf(code) === 'laboratory-order')) {
      await store.update<Task>({ ...task, status: 'completed', lastModified: new Date(now()).toISOString() });
    }
  }

  return async (message) => {
    try {
      await place(answerAsRead(readAnswer(message), faults));
      return acknowledge(message, now(), 'AA');
    } catch (error) {
      if (!(error instanceof MessageError) && !(error instanceof Unplaceable)) throw error;
      await deadLetters.add({ reason: error.message, message: message.toString() });
      return acknowledge(message, now(), error instanceof MessageError ? 'AR' : 'AE', error.message);
    }
  };
}
