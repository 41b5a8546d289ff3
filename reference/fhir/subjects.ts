import type { Reference, Resource } from '@medplum/fhirtypes';

/** 'Patient/<id>' of the person a resource is about. */
export function patientOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return `Patient/${resource.id}`;
  return referencesIn(resource, ['subject', 'patient', 'for', 'participant']).find((reference) =>
    reference.startsWith('Patient/'),
  );
}

/** 'Organization/<id>' of the unit a resource is addressed to or took place at. */
export function unitOf(resource: Resource): string | undefined {
  return referencesIn(resource, ['serviceProvider', 'owner', 'recipient', 'performer', 'participant']).find(
    (reference) => reference.startsWith('Organization/'),
  );
}

function referencesIn(resource: Resource, fields: readonly string[]): string[] {
  return fields
    .flatMap((field): (Reference & { actor?: Reference })[] => Reflect.get(resource, field) ?? [])
    .flatMap((value) => value.reference ?? value.actor?.reference ?? []);
}

/** The same as a list, for what counts the people concerned. */
export function patientsOf(resource: Resource): string[] {
  const patient = patientOf(resource);
  return patient === undefined ? [] : [patient];
}
