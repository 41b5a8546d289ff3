import type { DiagnosticReport, Resource, ServiceRequest, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SwitchableFaults } from '../faults/fault.ts';
import { createCourier } from '../laboratory/hl7/deliver.ts';
import { listenForMessages } from '../laboratory/hl7/listen.ts';
import type { Route } from '../laboratory/hl7/message.ts';
import { openLine } from '../laboratory/line.ts';
import type { Words } from '../words.ts';
import { type ReferenceWorkflow, Refusal, type Store, type Unit } from '../workflow.ts';
import { hasCode, referenceTo } from './concept.ts';
import { createDeadLetters } from './laboratory/dead-letters.ts';
import { createWorkstationClient, enteredAnswerOf } from './laboratory/enter-answer.ts';
import { startLaboratoryProcess } from './laboratory/laboratory-process.ts';
import { isSignedLaboratoryOrder } from './laboratory/order-message.ts';
import { createOrderSender, type OrderSender } from './laboratory/send-orders.ts';
import { takeAnswers } from './laboratory/take-answers.ts';
import type { UnitDirectory } from './unit-directory.ts';

/** Answered in words by those who do it, with no machine between. */
const isExamination = ({ category = [] }: DiagnosticReport): boolean =>
  category.some((each) => hasCode(each, SYSTEMS.genrep, 'examination'));

const wasSigned = (previous: Resource | undefined): boolean =>
  previous?.resourceType === 'ServiceRequest' && isSignedLaboratoryOrder(previous);

/** An order is read where it is sent: by the staff of a laboratory of this house, and by nobody else. */
async function assertRead({ performer = [] }: ServiceRequest, units: UnitDirectory): Promise<void> {
  const [addressee] = performer;
  const laboratories = units.all('laboratory');
  for (const unit of laboratories) {
    if (addressee?.reference === (await units.organizationOf(unit))) return;
  }
  const named = addressee?.display ?? addressee?.reference ?? 'inget laboratorium';
  const house = laboratories.map(({ name }) => name).join(', ');
  throw new Refusal(
    422,
    `Ordern är ställd till ${named}, där ingen läser den: ställ den till husets eget laboratorium (${house}).`,
  );
}

async function remindOfOpenOrders(store: Store, orders: OrderSender): Promise<void> {
  const open = await store.search<Task>('Task?code=laboratory-order&status=requested');
  for (const { focus } of open) {
    const order = await store.read<ServiceRequest>(focus?.reference ?? '');
    if (order !== undefined) await orders.remind(order);
  }
}

/** What had been signed, but was not yet accepted by the laboratory, when the environment was stopped. */
async function sendWhatWasUnderWay(store: Store, orders: OrderSender): Promise<void> {
  const dealtWith = await store.search<Task>('Task?code=laboratory-order,dead-letter');
  const known = new Set(dealtWith.map(({ focus }) => focus?.reference));
  const active = await store.search<ServiceRequest>('ServiceRequest?status=active');
  const signed = active.filter(isSignedLaboratoryOrder);
  for (const order of signed) if (!known.has(referenceTo(order).reference)) orders.send(order);
}

/**
 * Signed orders go to the laboratory's process as HL7 v2 and stand on its worklist when it has accepted them. What its
 * staff answer is handed to its workstation and comes back as HL7 v2; only then is it stored.
 */
export async function laboratoryRouting(options: {
  readonly laboratory: Unit;
  readonly store: Store;
  readonly units: UnitDirectory;
  readonly faults: SwitchableFaults;
  readonly words: Words;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): Promise<{ workflow: ReferenceWorkflow; cut(isCut: boolean): void; close(): Promise<void> }> {
  const { laboratory, store, units, faults, words, now } = options;
  let closing = false;
  const report = (problem: unknown): void => {
    if (!closing) options.report(problem);
  };
  const deadLetters = createDeadLetters(store, () => units.organizationOf(laboratory), now);
  const answers = await listenForMessages(takeAnswers({ store, deadLetters, words, now }), report);
  const back = await openLine(answers.port);
  const process = await startLaboratoryProcess({
    careSystemPort: back.port,
    facility: laboratory.hsaId,
    faults,
    words,
    report,
  });
  const there = await openLine(process.mllpPort);
  const courier = createCourier(there.port);
  const route: Route = {
    from: { application: 'VARDSYSTEMET', facility: '' },
    to: { application: 'LABORATORIET', facility: laboratory.hsaId },
  };
  const orders = createOrderSender({ store, courier, route, deadLetters, faults, words, now, report });
  const workstation = createWorkstationClient(process.workstation);
  await remindOfOpenOrders(store, orders);
  await sendWhatWasUnderWay(store, orders);

  const workflow: ReferenceWorkflow = {
    name: 'laboratory-routing',
    async beforeWrite({ interaction, resource, previous, by }) {
      if (resource.resourceType === 'ServiceRequest') {
        if (isSignedLaboratoryOrder(resource) && !wasSigned(previous)) await assertRead(resource, units);
        return resource;
      }
      if (interaction !== 'create' || resource.resourceType !== 'DiagnosticReport') return resource;
      if (by.role !== 'biomedical-scientist' || isExamination(resource)) return resource;
      const answer = enteredAnswerOf(resource, by);
      await orders.arrived(`ServiceRequest/${answer.orderNumber}`);
      return { promised: { ...resource, id: await workstation.enter(answer) } };
    },
    async afterWrite({ resource, previous }) {
      if (resource.resourceType !== 'ServiceRequest' || wasSigned(previous)) return;
      if (isSignedLaboratoryOrder(resource)) orders.send(resource);
    },
  };
  return {
    workflow,
    cut(isCut) {
      for (const line of [there, back]) line.cut(isCut);
    },
    async close() {
      closing = true;
      await orders.idle();
      await Promise.all([workstation.close(), courier.close(), process.close()]);
      await Promise.all([there.close(), back.close()]);
      await answers.close();
    },
  };
}
