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
  const { subject, patient: told, for: meant, participant } = resource as Mentions;
  // Most resources have one of these; under load a call that finds nothing costs as much as one that looks.
  return (
    (subject === undefined ? undefined : strangerIn(patient, subject)) ??
    (told === undefined ? undefined : strangerIn(patient, told)) ??
    (meant === undefined ? undefined : strangerIn(patient, meant)) ??
    (participant === undefined ? undefined : strangerIn(patient, participant))
  );
}

/** Where resources say whom they are about; what a server writes there may be anything. */
type Mentions = Readonly<Partial<Record<'subject' | 'patient' | 'for' | 'participant', unknown>>>;

/** Another patient in one such place: a reference, somebody who takes part, or a list of either. */
function strangerIn(patient: string, told: unknown): string | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  if (Array.isArray(told)) {
    for (const each of told) {
      const stranger = strangerIn(patient, each);
      if (stranger !== undefined) return stranger;
    }
    return undefined;
  }
  const { reference, actor } = told as { reference?: unknown; actor?: unknown };
  if (reference !== patient && typeof reference === 'string') {
    const local = localReference(reference);
    if (local.startsWith('Patient/') && local !== patient) return local;
  }
  return actor === undefined ? undefined : strangerIn(patient, actor);
}
