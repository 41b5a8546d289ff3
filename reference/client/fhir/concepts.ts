import type { CodeableConcept, Coding } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';

/** A concept of Genrep's own, with the words that people read. */
export const concept = (code: string, text?: string): CodeableConcept => ({
  coding: [{ system: SYSTEMS.genrep, code }],
  ...(text === undefined ? {} : { text }),
});

export const coded = (system: string, code: string, text: string): CodeableConcept => ({
  coding: [{ system, code, display: text }],
  text,
});

/** The code that a concept, or the first of several, has in one code system. */
export function codeIn(
  system: string,
  concepts: CodeableConcept | readonly CodeableConcept[] | undefined,
): string | undefined {
  return [concepts ?? []]
    .flat()
    .flatMap(({ coding }) => coding ?? [])
    .find((coding: Coding) => coding.system === system)?.code;
}

/** How a search asks for one of Genrep's own concepts. */
export const tokenOf = (code: string): string => encodeURIComponent(`${SYSTEMS.genrep}|${code}`);
