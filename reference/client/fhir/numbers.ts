import type { Reference, Resource } from '@medplum/fhirtypes';

/** The short number that a page shows for a resource: the last eight characters of its id. */
export const numberOf = (resource: { readonly id?: string }): string =>
  (resource.id ?? '').replaceAll('-', '').slice(-8).toUpperCase();

/** The short number of what a reference points at. */
export const numberBehind = (reference: Reference | undefined): string =>
  numberOf({ id: idBehind(reference) });

export const idBehind = (reference: Reference | undefined): string =>
  reference?.reference?.split('/').at(-1) ?? '';

export const referenceTo = (resource: Resource): { reference: string } => ({
  reference: `${resource.resourceType}/${resource.id}`,
});
