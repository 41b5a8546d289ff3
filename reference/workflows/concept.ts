import type { CodeableConcept, Reference, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';

/** One of the concepts of our own code system, as FHIR writes it. */
export const genrepConcept = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: SYSTEMS.genrep, code, display }],
  text: display,
});

export const hasCode = (concept: CodeableConcept | undefined, system: string, code: string): boolean =>
  concept?.coding?.some((coding) => coding.system === system && coding.code === code) === true;

/** The code of our own code system that the concept carries, if any. */
export const genrepCodeOf = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.coding?.find(({ system }) => system === SYSTEMS.genrep)?.code;

export const referenceTo = <T extends Resource>(resource: T): Reference<T> & { reference: string } => ({
  reference: `${resource.resourceType}/${resource.id}`,
});
