import type { Communication, Consent } from '@medplum/fhirtypes';
import type { Faults } from '../faults/fault.ts';
import { type ReferenceWorkflow, Refusal, type Store } from '../workflow.ts';
import { genrepCodeOf } from './concept.ts';
import { isCoordinationMessage } from './coordination-message.ts';

const dateOf = (consent: Consent): string => consent.meta?.lastUpdated ?? consent.dateTime ?? '';

/** The patient's latest word on sharing with the municipality. */
async function consentOf(message: Communication, store: Store): Promise<'permit' | 'deny' | 'none'> {
  const consents = await store.search<Consent>(`Consent?patient=${message.subject?.reference}&status=active`);
  const latest = consents
    .filter(({ category }) => category.some((one) => genrepCodeOf(one) === 'share-with-municipality'))
    .sort((a, b) => dateOf(a).localeCompare(dateOf(b)))
    .at(-1);
  return latest?.provision?.type ?? 'none';
}

const REASONS = {
  deny: 'Patienten har sagt nej till att information delas med kommunen. Meddelandet har inte skickats.',
  none: 'Patientens samtycke till att dela information med kommunen saknas. Meddelandet har inte skickats.',
} as const;

/** No message to the municipality without the patient's consent. */
export const consentEnforcement = (faults: Faults): ReferenceWorkflow => ({
  name: 'consent-enforcement',
  async beforeWrite({ interaction, resource }, store) {
    if (interaction !== 'create' || !isCoordinationMessage(resource)) return resource;
    const consent = await consentOf(resource, store);
    if (consent === 'permit' || faults.strikes('consent-ignored', { consent })) return resource;
    throw new Refusal(422, REASONS[consent]);
  },
});
