import type { DetectedIssue, MedicationRequest } from '@medplum/fhirtypes';
import type { Card } from '../decision-support/cds-hooks.ts';
import type { CdsClient } from '../decision-support/client.ts';
import { astrayCards } from '../faults/at/advice.ts';
import type { Faults } from '../faults/fault.ts';
import { type ReferenceWorkflow, Refusal, type Store } from '../workflow.ts';
import { detectedIssue } from './detected-issue.ts';

/** The prescriber has seen the stop and says why it does not hold: a contained DetectedIssue with a mitigation. */
function isOverridden(request: MedicationRequest): boolean {
  const references = (request.detectedIssue ?? []).map(({ reference }) => reference);
  return (request.contained ?? []).some(
    (issue) =>
      issue.resourceType === 'DetectedIssue' &&
      references.includes(`#${issue.id}`) &&
      issue.mitigation?.some(({ action }) => (action.text ?? '') !== '') === true,
  );
}

const ISSUE_OF = { code: 'order-sign', display: 'Ordinationsstöd' };

/** Asks the decision support about every active prescription: a critical card stops it, a warning is kept with it. */
export function decisionSupport(options: {
  readonly decisionSupport: CdsClient;
  readonly faults: Faults;
  readonly now: () => number;
}): ReferenceWorkflow {
  const { faults, now } = options;
  const warnings = new Map<string, readonly Card[]>();

  async function adviceOn(
    request: MedicationRequest,
    userId: string,
    store: Store,
  ): Promise<readonly Card[]> {
    const cards = await options.decisionSupport.advise(
      'order-sign',
      {
        userId,
        patientId: request.subject.reference?.replace('Patient/', '') ?? '',
        draftOrders: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: request }] },
      },
      (query) => store.search(query),
    );
    return astrayCards(cards, { hook: 'order-sign' }, faults);
  }

  return {
    name: 'decision-support',
    async beforeWrite({ resource: request, by }, store) {
      if (request.resourceType !== 'MedicationRequest' || request.status !== 'active') return request;
      const cards = await adviceOn(request, by.hsaId ?? by.userName, store);
      const stop = cards.find(({ indicator }) => indicator === 'critical');
      if (stop !== undefined && !isOverridden(request)) {
        throw new Refusal(422, [stop.summary, stop.detail].filter((text) => text !== undefined).join('. '));
      }
      if (cards.length > 0) warnings.set(request.id ?? '', cards);
      return request;
    },
    async afterWrite({ resource }, store) {
      if (resource.resourceType !== 'MedicationRequest') return;
      const { id = '', subject: patient } = resource;
      const cards = warnings.get(id) ?? [];
      warnings.delete(id);
      for (const card of cards) {
        const about = { ...ISSUE_OF, implicated: resource, patient, at: now() };
        await store.create<DetectedIssue>(detectedIssue(card, about));
      }
    },
  };
}
