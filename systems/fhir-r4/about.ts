import type { Resource } from '@medplum/fhirtypes';
import { SystemError } from '../care-system.ts';
import { localReference } from './url.ts';

/**
 * Sees to it that a resource is about the patient it was asked for; a patient's name in another's chart is what no
 * answer may ever hold.
 * @param patient 'Patient/17'
 */
export function assertAbout(patient: string, resource: Resource, doing: string): void {
  const other = patientsIn(resource).find((reference) => reference !== patient);
  if (other === undefined) return;
  throw new SystemError(
    'wrong-answer',
    `${doing} gällde det ${patient}, men svaret (${resource.resourceType}/${resource.id ?? '?'}) handlar om en annan patient (${other}).`,
  );
}

/** Those a resource is about, as 'Patient/…'. */
function patientsIn(resource: Resource): string[] {
  if (resource.resourceType === 'Patient') return [`Patient/${resource.id}`];
  return ['subject', 'patient', 'for', 'participant']
    .flatMap((field) => Reflect.get(resource, field) ?? [])
    .flatMap((value) => [value, value.actor])
    .map((value) => value?.reference)
    .filter((reference) => typeof reference === 'string')
    .map(localReference)
    .filter((reference) => reference.startsWith('Patient/'));
}
