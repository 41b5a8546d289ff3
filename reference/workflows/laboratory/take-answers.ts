import type { DiagnosticReport, Observation, Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import { acknowledging } from '../../laboratory/hl7/acknowledging.ts';
import { type LaboratoryAnswer, readAnswers } from '../../laboratory/hl7/answer.ts';
import type { Receiver } from '../../laboratory/hl7/listen.ts';
import { MessageError } from '../../laboratory/hl7/message-error.ts';
import type { PatientNumber } from '../../laboratory/hl7/patient.ts';
import type { Words } from '../../words.ts';
import type { Store } from '../../workflow.ts';
import { genrepCodeOf } from '../concept.ts';
import { type AnsweredOrder, observationOf, reportOf } from './answer-resources.ts';
import type { DeadLetters } from './dead-letters.ts';

/** ORU^R01 in, ACK out: an answer is stored and its order done before it is acknowledged. */
export function takeAnswers(options: {
  readonly store: Store;
  readonly deadLetters: DeadLetters;
  readonly words: Words;
  readonly now: () => number;
}): Receiver {
  const { store, deadLetters, words, now } = options;

  async function orderOf(answer: LaboratoryAnswer): Promise<AnsweredOrder> {
    const order = await store.read<ServiceRequest>(`ServiceRequest/${answer.orderNumber}`);
    if (order === undefined)
      throw new MessageError('Svaret gäller en order som inte finns.', '204', 'OBR^1^2');
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (patient === undefined || !isPatients(answer.patient.number, patient)) {
      throw new MessageError('Svaret gäller en annan patient än ordern.', '204', 'PID^1^3');
    }
    return { ...order, id: answer.orderNumber };
  }

  /** All answers of a message, or none. */
  async function placeAll(answers: readonly LaboratoryAnswer[]): Promise<void> {
    const placed = await Promise.all(
      answers.map(async (answer) => ({ answer, order: await orderOf(answer) })),
    );
    for (const { answer, order } of placed) await place(answer, order);
  }

  async function place(answer: LaboratoryAnswer, order: AnsweredOrder): Promise<void> {
    if ((await store.read(`DiagnosticReport/${answer.number}`)) !== undefined) return;
    await store.create<Observation>(observationOf(answer, order, words));
    await store.create<DiagnosticReport>(reportOf(answer, order));
    await complete(order.id);
  }

  async function complete(orderNumber: string): Promise<void> {
    const tasks = await store.search<Task>(`Task?focus=ServiceRequest/${orderNumber}&status=requested`);
    for (const task of tasks.filter(({ code }) => genrepCodeOf(code) === 'laboratory-order')) {
      await store.update<Task>({ ...task, status: 'completed', lastModified: new Date(now()).toISOString() });
    }
  }

  return acknowledging(
    (message) => placeAll(readAnswers(message)),
    now,
    (message, { message: reason }) => deadLetters.add({ reason, message: message.toString() }),
  );
}

/** Whether a number is one of the patient's: of the same system, where the message says which. */
const isPatients = ({ system, value }: PatientNumber, { identifier = [] }: Patient): boolean =>
  identifier.some((each) => each.value === value && (system === '' || system === each.system));
