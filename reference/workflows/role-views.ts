import type { MedicationRequest } from '@medplum/fhirtypes';
import type { Faults } from '../faults/fault.ts';
import type { ReferenceWorkflow, SignedIn } from '../workflow.ts';

/** Prescriptions that only their prescribers see. */
const UNFINISHED: readonly MedicationRequest['status'][] = ['draft', 'entered-in-error'];

const PRESCRIBERS: readonly SignedIn['role'][] = ['physician', 'migration', 'system'];

/** Every role sees the same current prescriptions; drafts and mistakes are the prescriber's own. */
export function roleViews(faults: Faults, now: () => number): ReferenceWorkflow {
  const firstDosage = new Map<string, MedicationRequest['dosageInstruction']>();

  const isUnseen = (request: MedicationRequest, role: string): boolean => {
    const stale = faults.strikes('list-stale-in-one-view', { role }, request.id);
    const age = now() - Date.parse(request.meta?.lastUpdated ?? '');
    return stale !== undefined && age < (stale.delaySeconds ?? 0) * 1_000;
  };

  return {
    name: 'role-views',
    async afterWrite({ resource, previous }) {
      if (resource.resourceType !== 'MedicationRequest' || previous?.resourceType !== 'MedicationRequest')
        return;
      const { id = '' } = resource;
      if (!firstDosage.has(id)) firstDosage.set(id, previous.dosageInstruction);
    },
    onRead(resource, { role }) {
      if (resource.resourceType !== 'MedicationRequest') return resource;
      if (UNFINISHED.includes(resource.status) && !PRESCRIBERS.includes(role)) return undefined;
      if (isUnseen(resource, role)) return undefined;
      const changedFrom = firstDosage.get(resource.id ?? '');
      return changedFrom !== undefined && faults.strikes('old-dose-on-worklist', { role }, resource.id)
        ? { ...resource, dosageInstruction: changedFrom }
        : resource;
    },
  };
}
