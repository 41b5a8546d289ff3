import { setTimeout as pause } from 'node:timers/promises';
import type { Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import type { Faults } from '../../faults/fault.ts';
import type { Courier } from '../../laboratory/hl7/deliver.ts';
import { newControlId, type Route } from '../../laboratory/hl7/message.ts';
import { writeOrder } from '../../laboratory/hl7/order.ts';
import { testNamed, type Words } from '../../words.ts';
import type { Store } from '../../workflow.ts';
import { genrepConcept, referenceTo } from '../concept.ts';
import type { DeadLetter, DeadLetters } from './dead-letters.ts';
import { orderMessageOf, testOf } from './order-message.ts';

export interface OrderSender {
  /** Sends in its own time; the order is on the worklist when the laboratory has accepted it. */
  send(order: ServiceRequest): void;
  /** Tells the laboratory again of an order that is on the worklist already; it keeps no list of its own on disk. */
  remind(order: ServiceRequest): Promise<void>;
  /** Resolves when the laboratory has answered the order, if it is under way to it. */
  arrived(orderReference: string): Promise<unknown>;
  /** Resolves when nothing is under way: each order is on the worklist or among the dead letters. */
  idle(): Promise<unknown>;
}

type Undelivered = Pick<DeadLetter, 'reason' | 'message'>;

export function createOrderSender(options: {
  readonly store: Store;
  readonly courier: Courier;
  readonly route: Route;
  readonly deadLetters: DeadLetters;
  readonly faults: Faults;
  readonly words: Words;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): OrderSender {
  const { store, courier, route, deadLetters, faults, words, now, report } = options;
  const dispatches = new Set<Promise<void>>();
  const underWay = new Map<string, Promise<Undelivered | undefined>>();

  async function transmit(order: ServiceRequest): Promise<Undelivered | undefined> {
    const patient = await store.read<Patient>(order.subject.reference ?? '');
    if (patient === undefined) return { reason: 'Patienten som ordern gäller finns inte.' };
    const told = orderMessageOf(order, patient, new Date(now()).toISOString());
    const planted = faults.pass(
      'order',
      told,
      { test: testNamed(words, told.test.code) },
      { subject: told.number },
    );
    if (planted?.afterSeconds !== undefined) await pause(planted.afterSeconds * 1_000);
    for (const each of planted?.things ?? [told]) {
      const message = writeOrder(each, { ...route, controlId: newControlId(), at: now() });
      const delivery = await courier.deliver(message);
      if (delivery.outcome !== 'accepted') return { reason: delivery.reason, message: message.toString() };
    }
    return undefined;
  }

  async function dispatch(order: ServiceRequest, arrival: Promise<Undelivered | undefined>): Promise<void> {
    const undelivered = await arrival;
    if (undelivered !== undefined) return deadLetters.add({ ...undelivered, about: order });
    await store.create<Task>({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      code: genrepConcept('laboratory-order', 'Provordination'),
      description: testOf(order).display,
      focus: referenceTo(order),
      for: order.subject,
      encounter: order.encounter,
      owner: order.performer?.[0] as Task['owner'],
      requester: order.requester as Task['requester'],
      authoredOn: new Date(now()).toISOString(),
    });
  }

  return {
    send(order) {
      const { reference } = referenceTo(order);
      const arrival = transmit(order).finally(() => underWay.delete(reference));
      underWay.set(reference, arrival);
      const dispatched = dispatch(order, arrival)
        .catch(report)
        .finally(() => dispatches.delete(dispatched));
      dispatches.add(dispatched);
    },
    async remind(order) {
      const undelivered = await transmit(order);
      if (undelivered !== undefined) await deadLetters.add({ ...undelivered, about: order });
    },
    arrived: async (orderReference) => underWay.get(orderReference),
    idle: () => Promise.all(dispatches),
  };
}
