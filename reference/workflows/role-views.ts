import type { MedicationRequest } from '@medplum/fhirtypes';
import type { ReferenceWorkflow, SignedIn } from '../workflow.ts';

/** Prescriptions that only their prescribers see. */
const UNFINISHED: readonly MedicationRequest['status'][] = ['draft', 'entered-in-error'];

const PRESCRIBERS: readonly SignedIn['role'][] = ['physician', 'migration', 'system'];

/** Every role sees the same current prescriptions; drafts and mistakes are the prescriber's own. */
export const roleViews = (): ReferenceWorkflow => ({
  name: 'role-views',
  onRead(resource, { role }) {
    if (resource.resourceType !== 'MedicationRequest') return resource;
    return UNFINISHED.includes(resource.status) && !PRESCRIBERS.includes(role) ? undefined : resource;
  },
});
