import type { Bundle, MedicationRequest, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { CdsRequest } from './cds-hooks.ts';

/** The resources of one kind in a bundle of context or prefetch. */
export const resourcesIn = <K extends Resource['resourceType']>(
  bundle: unknown,
  resourceType: K,
): Extract<Resource, { resourceType: K }>[] =>
  ((bundle as Bundle | undefined)?.entry ?? [])
    .map(({ resource }) => resource)
    .filter(
      (resource): resource is Extract<Resource, { resourceType: K }> =>
        resource?.resourceType === resourceType,
    );

export const atcOf = (request: MedicationRequest): string | undefined =>
  request.medicationCodeableConcept?.coding?.find(({ system }) => system === SYSTEMS.atc)?.code;

export const drugOf = (request: MedicationRequest): string =>
  request.medicationCodeableConcept?.text ??
  request.medicationCodeableConcept?.coding?.find(({ display }) => display)?.display ??
  'Läkemedlet';

/** What is about to be signed in an `order-sign` request. */
export const draftOrders = (request: CdsRequest): MedicationRequest[] =>
  resourcesIn(request.context.draftOrders, 'MedicationRequest');
