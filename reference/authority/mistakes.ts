import type { Reference, Resource } from '@medplum/fhirtypes';

/** What FHIR calls what somebody entered by mistake. */
const ENTERED_IN_ERROR = 'entered-in-error';

/** Whether what a resource tells is marked as entered by mistake. */
export const isMistake = (resource: Resource): boolean =>
  resource.resourceType === 'AllergyIntolerance'
    ? resource.verificationStatus?.coding?.some(({ code }) => code === ENTERED_IN_ERROR) === true
    : 'status' in resource && resource.status === ENTERED_IN_ERROR;

/** The same, marked as entered by mistake. What it told is kept. */
export function asMistake<T extends Resource>(resource: T): T {
  if (resource.resourceType !== 'AllergyIntolerance') return { ...resource, status: ENTERED_IN_ERROR };
  // FHIR's ait-2: what was entered by mistake has no clinical status.
  const { clinicalStatus: _, ...rest } = resource;
  return { ...rest, verificationStatus: { coding: [{ system: VERIFICATION, code: ENTERED_IN_ERROR }] } } as T;
}

const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';

/** Where each kind of resource says who did it. */
const AUTHOR_FIELD: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'recorder',
  CarePlan: 'author',
  Communication: 'sender',
  Condition: 'recorder',
  Consent: 'performer',
  DiagnosticReport: 'performer',
  DocumentReference: 'author',
  Immunization: 'performer',
  MedicationAdministration: 'performer',
  MedicationDispense: 'performer',
  MedicationRequest: 'requester',
  Observation: 'performer',
  Procedure: 'recorder',
  ServiceRequest: 'requester',
  Task: 'requester',
};

export const authorField = (type: string): string | undefined => AUTHOR_FIELD[type];

/** Who entered it, as far as the resource tells. */
export function authorOf(resource: Resource): Reference | undefined {
  const value: unknown = Reflect.get(resource, authorField(resource.resourceType) ?? '');
  const [author] = [value].flat() as (Reference & { readonly actor?: Reference })[];
  return author?.actor ?? author;
}

/** Whether somebody, a patient or staff with an HSA-id, is who entered it. */
export function isBy(
  resource: Resource,
  by: { readonly patient?: string; readonly hsaId?: string },
): boolean {
  const author = authorOf(resource);
  if (by.patient !== undefined) return author?.reference === by.patient;
  return by.hsaId !== undefined && author?.identifier?.value === by.hsaId;
}
