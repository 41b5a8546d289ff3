import type { Patient, Reference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SignedIn } from '../workflow.ts';
import { authorField } from './mistakes.ts';

/** How a reference to the person is written into the field that says who did it. */
const alone = (person: Reference): unknown => person;
const oneOfMany = (person: Reference): unknown => [person];
const asActor = (person: Reference): unknown => [{ actor: person }];

const WRITTEN: Readonly<Record<string, (person: Reference) => unknown>> = {
  Consent: oneOfMany,
  DiagnosticReport: oneOfMany,
  DocumentReference: oneOfMany,
  Immunization: asActor,
  MedicationAdministration: asActor,
  MedicationDispense: asActor,
  Observation: oneOfMany,
};

/** Fields that name whoever wrote the latest version; elsewhere the first author stays. */
const LATEST_AUTHOR = new Set(['MedicationRequest']);

/** Those who write what others have done. */
const NOT_AUTHORS: readonly SignedIn['role'][] = ['registry', 'migration', 'system'];

/** Whoever is signed in is the author, whatever the resource says; an author is never changed afterwards. */
export function stampAuthor<T extends Resource>(resource: T, by: SignedIn, previous?: Resource): T {
  if (NOT_AUTHORS.includes(by.role)) return resource;
  if (resource.resourceType === 'Specimen') return stampCollector(resource, by, previous);
  const { resourceType } = resource;
  const field = authorField(resourceType);
  if (field === undefined) return resource;
  const kept = LATEST_AUTHOR.has(resourceType) ? undefined : fieldOf(previous, field);
  const written = WRITTEN[resourceType] ?? alone;
  return { ...resource, [field]: kept ?? written(personReference(by)) };
}

/** A person as FHIR refers to one: patients are in the store, staff are known by their HSA-id. */
export function personReference(by: SignedIn): Reference<Patient> {
  if (by.patient !== undefined) return { reference: by.patient };
  if (by.hsaId === undefined) return { display: by.display };
  return { identifier: { system: SYSTEMS.hsaId, value: by.hsaId }, display: by.display };
}

function stampCollector<T extends Resource>(specimen: T, by: SignedIn, previous?: Resource): T {
  const kept = fieldOf(previous, 'collection');
  return {
    ...specimen,
    collection: kept ?? { ...fieldOf(specimen, 'collection'), collector: personReference(by) },
  };
}

function fieldOf(resource: Resource | undefined, field: string): object | undefined {
  if (resource === undefined) return undefined;
  const value: unknown = Reflect.get(resource, field);
  return typeof value === 'object' && value !== null ? value : undefined;
}
