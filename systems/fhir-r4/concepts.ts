import type { CodeableConcept, Quantity, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { localReference } from './url.ts';

/** One of Genrep's own concepts, for what no published code system names. */
export const concept = (code: string, text?: string): CodeableConcept => ({
  coding: [{ system: SYSTEMS.genrep, code }],
  text,
});

export const coded = (system: string, code: string, text?: string): CodeableConcept =>
  text === undefined ? { coding: [{ system, code }] } : { coding: [{ system, code, display: text }], text };

export const quantity = (value: number, unit: string): Quantity => ({
  value,
  unit,
  system: SYSTEMS.ucum,
  code: unit,
});

export const hasCode = (concept: CodeableConcept | undefined, code: string): boolean =>
  concept?.coding?.some((coding) => coding.code === code) ?? false;

/** '600 mg', as people read it; '–' where there is none. */
export const quantityText = (quantity: Quantity | undefined): string =>
  quantity?.value === undefined
    ? '–'
    : `${String(quantity.value).replace('.', ',')} ${quantity.unit ?? quantity.code ?? ''}`.trim();

/** Whether two amounts are the same, as number and unit. */
export const sameQuantity = (one: Quantity | undefined, other: Quantity | undefined): boolean =>
  one?.value !== undefined &&
  one.value === other?.value &&
  (one.code ?? one.unit) === (other.code ?? other.unit);

/** A reference to what is behind 'Type/id'; undefined, which JSON leaves out, where there is nothing. */
export const pointer = (reference: string | undefined): { reference: string } | undefined =>
  reference === undefined ? undefined : { reference };

export const pointers = (reference: string | undefined): { reference: string }[] | undefined =>
  reference === undefined ? undefined : [{ reference }];

export const referenceTo = (resource: Resource): string => `${resource.resourceType}/${resource.id}`;

/** Whether a resource is the one behind some way to write a reference to it. */
export const isAt = (resource: Resource, reference: string | undefined): boolean =>
  reference !== undefined && localReference(reference) === referenceTo(resource);
