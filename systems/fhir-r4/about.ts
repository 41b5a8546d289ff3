import type { Resource } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import { localReference } from './url.ts';

/**
 * Sees to it that a resource is about the patient it was asked for; a patient's name in another's chart is what no
 * answer may ever hold.
 * @param patient 'Patient/17'
 */
export function assertAbout(patient: string, resource: Resource, doing: string): void {
  const other = otherThan(patient, resource);
  if (other === undefined) return;
  throw new SystemError(
    'wrong-answer',
    `${doing} gällde det ${patient}, men svaret (${resource.resourceType}/${resource.id ?? '?'}) handlar om en annan patient (${other}).`,
  );
}

/** Another whom a resource is about, as 'Patient/…'. */
function otherThan(patient: string, resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') {
    return `Patient/${resource.id}` === patient ? undefined : `Patient/${resource.id}`;
  }
  for (const field of ABOUT) {
    const told = Reflect.get(resource, field);
    if (told === undefined) continue;
    for (const value of Array.isArray(told) ? told : [told]) {
      for (const reference of [value?.reference, value?.actor?.reference]) {
        if (typeof reference !== 'string' || reference === patient) continue;
        const local = localReference(reference);
        if (local.startsWith('Patient/') && local !== patient) return local;
      }
    }
  }
  return undefined;
}

const ABOUT = ['subject', 'patient', 'for', 'participant'] as const;
