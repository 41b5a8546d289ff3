import type { DetectedIssue, DiagnosticReport, Resource, Task } from '@medplum/fhirtypes';
import { asMistake, isMistake } from '../authority/mistakes.ts';
import { type ReferenceWorkflow, Refusal, type Store } from '../workflow.ts';
import { referenceTo } from './concept.ts';

const wasMarked = (resource: Resource, previous: Resource | undefined): previous is Resource =>
  previous !== undefined && isMistake(resource) && !isMistake(previous);

/** An answer stands on its order, and may have been acted upon. */
async function assertUnanswered(order: string, store: Store): Promise<void> {
  const answers = await store.search<DiagnosticReport>(`DiagnosticReport?based-on=${order}`);
  if (answers.length > 0) throw new Refusal(409, 'Ordern är besvarad och kan inte ångras.');
}

/** What is marked as entered by mistake is kept as it was, and what came of it is taken back: warnings, and tasks to do. */
export const mistakes = (): ReferenceWorkflow => ({
  name: 'mistakes',
  async beforeWrite({ resource, previous }, store) {
    if (!wasMarked(resource, previous)) return resource;
    if (resource.resourceType === 'ServiceRequest')
      await assertUnanswered(referenceTo(resource).reference, store);
    return { ...asMistake(previous), meta: resource.meta };
  },
  async afterWrite({ resource, previous }, store) {
    if (!wasMarked(resource, previous)) return;
    const { reference } = referenceTo(resource);
    for (const warning of await store.search<DetectedIssue>(`DetectedIssue?implicated=${reference}`)) {
      await store.update<DetectedIssue>(asMistake(warning));
    }
    for (const task of await store.search<Task>(`Task?focus=${reference}&status=requested`)) {
      await store.update<Task>({ ...task, status: 'cancelled' });
    }
  },
});
