import { findAreas } from '../../care/areas.ts';
import { fhirVocabulary } from '../fhir-r4/vocabulary.ts';

/** Genrep's own areas of care, as the drivers are tried with them. */
export const AREAS = await findAreas();
export const FHIR_AREAS = await AREAS.fhir();
export const FHIR = fhirVocabulary(FHIR_AREAS);
