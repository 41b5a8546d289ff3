import type { Patient, Reference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SignedIn } from '../workflow.ts';

/** Where each kind of resource says who did it: the field, and how a reference to the person is written into it. */
const AUTHOR_FIELDS: Readonly<Record<string, { field: string; as: (person: Reference) => unknown }>> = {
  AllergyIntolerance: { field: 'recorder', as: (person) => person },
  CarePlan: { field: 'author', as: (person) => person },
  Communication: { field: 'sender', as: (person) => person },
  Condition: { field: 'recorder', as: (person) => person },
  Consent: { field: 'performer', as: (person) => [person] },
  DiagnosticReport: { field: 'performer', as: (person) => [person] },
  DocumentReference: { field: 'author', as: (person) => [person] },
  Immunization: { field: 'performer', as: (person) => [{ actor: person }] },
  MedicationAdministration: { field: 'performer', as: (person) => [{ actor: person }] },
  MedicationRequest: { field: 'requester', as: (person) => person },
  Observation: { field: 'performer', as: (person) => [person] },
  Procedure: { field: 'recorder', as: (person) => person },
  ServiceRequest: { field: 'requester', as: (person) => person },
  Task: { field: 'requester', as: (person) => person },
};

/** Fields that name whoever wrote the latest version; elsewhere the first author stays. */
const LATEST_AUTHOR = new Set(['MedicationRequest']);

/** Those who write what others have done. */
const NOT_AUTHORS: readonly SignedIn['role'][] = ['registry', 'migration', 'system'];

/** Whoever is signed in is the author, whatever the resource says; an author is never changed afterwards. */
export function stampAuthor<T extends Resource>(resource: T, by: SignedIn, previous?: Resource): T {
  if (NOT_AUTHORS.includes(by.role)) return resource;
  if (resource.resourceType === 'Specimen') return stampCollector(resource, by, previous);
  const author = AUTHOR_FIELDS[resource.resourceType];
  if (author === undefined) return resource;
  const kept = LATEST_AUTHOR.has(resource.resourceType) ? undefined : fieldOf(previous, author.field);
  return { ...resource, [author.field]: kept ?? author.as(personReference(by)) };
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
