import { InputError, type InputPosition, inputErrorOf } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';
import type { FhirArea } from './fhir-r4/handler.ts';
import { type FhirVocabulary, fhirVocabulary } from './fhir-r4/vocabulary.ts';
import type { SystemProfile } from './profile.ts';

/**
 * Holds what a profile says that the system does by itself, and what steps need of it, against what the areas understand.
 * @param positionOf where in the profile's file the workflow of this number stands
 * @throws InputError for each that no area understands
 */
export function checkWorkflows(
  { workflows = [] }: Pick<SystemProfile, 'workflows'>,
  areas: readonly FhirArea[],
  positionOf: (index: number) => InputPosition | undefined = () => undefined,
): void {
  const vocabulary = fhirVocabulary(areas);
  const known = [...vocabulary.workflows.keys()].sort();
  const isUnknown = (name: string): boolean => !vocabulary.workflows.has(name);
  const advice = (name: string): string => `${didYouMean(name, known) || '.'} De känner ${known.join(', ')}.`;
  const error = inputErrorOf([
    ...workflows.flatMap((name, index) =>
      isUnknown(name)
        ? [
            new InputError(
              `"${name}" är inget som något vårdområde vet att ett system gör av sig självt${advice(name)}`,
              positionOf(index),
            ),
          ]
        : [],
    ),
    ...needed(vocabulary)
      .filter(([, name]) => isUnknown(name))
      .map(
        ([kind, name]) =>
          new InputError(
            `Steget "${kind}" behöver "${name}", som inget vårdområde talar om${advice(name)} Skriv det under workflows i områdets fhir.ts.`,
          ),
      ),
  ]);
  if (error !== undefined) throw error;
}

const needed = ({ kinds, handler }: FhirVocabulary): (readonly [string, string])[] =>
  kinds.flatMap((kind) => (handler(kind)?.needs.workflows ?? []).map((name) => [kind, name] as const));
