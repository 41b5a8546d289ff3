import type { Communication, Task } from '@medplum/fhirtypes';
import type { ReferenceWorkflow, SignedIn, Store } from '../workflow.ts';
import { genrepCodeOf, genrepConcept, referenceTo } from './concept.ts';
import { COORDINATION_MESSAGES, isCoordinationMessage, messageKindOf } from './coordination-message.ts';

const isInboxEntry = (task: Task): boolean => genrepCodeOf(task.code) === 'inbox';

function inboxEntry(message: Communication, owner: string, at: string): Task {
  const kind = messageKindOf(message) ?? '';
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: genrepConcept('inbox', 'Inkorg'),
    description: COORDINATION_MESSAGES[kind],
    focus: referenceTo(message),
    for: message.subject,
    encounter: message.encounter,
    owner: { reference: owner },
    authoredOn: at,
  };
}

/** The sender sees that the receiver has the message, when, and who took it. */
async function receive(task: Task, by: SignedIn, at: string, store: Store): Promise<void> {
  const message = await store.read<Communication>(task.focus?.reference ?? '');
  if (message === undefined || message.received !== undefined) return;
  await store.update<Communication>({
    ...message,
    received: at,
    note: [
      ...(message.note ?? []),
      { authorString: by.display, time: at, text: `Mottaget av ${by.display}.` },
    ],
  });
}

/** Puts coordination messages into the receiver's inbox and brings the receipt back to the sender. */
export const messageDelivery = (now: () => number): ReferenceWorkflow => ({
  name: 'message-delivery',
  async afterWrite({ interaction, resource, by }, store) {
    const at = new Date(now()).toISOString();
    if (interaction === 'create' && isCoordinationMessage(resource)) {
      const receivers = (resource.recipient ?? []).flatMap(({ reference }) => reference ?? []);
      for (const receiver of receivers.filter(isOrganization)) {
        await store.create<Task>(inboxEntry(resource, receiver, at));
      }
    }
    if (resource.resourceType === 'Task' && isInboxEntry(resource) && resource.status === 'completed') {
      await receive(resource, by, at, store);
    }
  },
});

const isOrganization = (reference: string): boolean => reference.startsWith('Organization/');
