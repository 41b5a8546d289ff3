import type { ServiceRequest, Task } from '@medplum/fhirtypes';
import type { Store } from '../../workflow.ts';
import { genrepConcept, referenceTo } from '../concept.ts';

/** What could not be delivered or placed, and why. */
export interface DeadLetter {
  readonly reason: string;
  /** The order it is about, where it is known. */
  readonly about?: ServiceRequest;
  /** The HL7 message itself. */
  readonly message?: string;
}

/** Keeps every such message as a Task that somebody owns: the laboratory. */
export interface DeadLetters {
  add(letter: DeadLetter): Promise<void>;
}

export const createDeadLetters = (
  store: Store,
  owner: () => Promise<string | undefined>,
  now: () => number,
): DeadLetters => ({
  async add({ reason, about, message }) {
    const reference = await owner();
    await store.create<Task>({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      priority: 'urgent',
      code: genrepConcept('dead-letter', 'Ej levererat meddelande'),
      description: reason,
      ...(about === undefined ? {} : { focus: referenceTo(about), for: about.subject }),
      ...(reference === undefined ? {} : { owner: { reference } }),
      authoredOn: new Date(now()).toISOString(),
      ...(message === undefined ? {} : { input: [{ type: { text: 'HL7 v2.5' }, valueString: message }] }),
    });
  },
});
