import type { ResourceType } from '@medplum/fhirtypes';
import { InputError, inputErrorOf } from '../../domain/input-error.ts';
import { didYouMean } from '../../input/suggest.ts';
import type { FhirArea, Needs } from '../fhir-r4/handler.ts';
import { fhirVocabulary } from '../fhir-r4/vocabulary.ts';
import { EVERY, type Mapping } from '../mapping.ts';

/**
 * Holds a mapping against the areas that it is about.
 * @throws InputError for a kind of activity that no area has, and for a resource that is said as one that areas use already
 */
export function checkKinds(
  { activities = {}, resources = {}, places }: Mapping,
  areas: readonly FhirArea[],
): void {
  const { kinds, everyNeeds } = fhirVocabulary(areas);
  const used = typesIn(everyNeeds);
  const error = inputErrorOf([
    ...Object.keys(activities)
      .filter((kind) => kind !== EVERY && !kinds.includes(kind))
      .map(
        (kind) =>
          new InputError(
            `Steget "${kind}" finns inte i något vårdområde${didYouMean(kind, kinds) || '.'} Skriv every eller ett av ${[...kinds].sort().join(', ')}.`,
            places?.[`activities/${kind}`],
          ),
      ),
    ...(Object.entries(resources) as [ResourceType, ResourceType][])
      .filter(([, theirs]) => used.has(theirs))
      .map(
        ([ours, theirs]) =>
          new InputError(
            `${ours} kan inte sägas som ${theirs}, som områdena själva använder: svaren går inte att skilja åt. Lägg ett eget vårdområde i care/ i stället (docs/how-to/own-system.md).`,
            places?.[`resources/${ours}`],
          ),
      ),
  ]);
  if (error !== undefined) throw error;
}

const typesIn = (needs: readonly Needs[]): ReadonlySet<ResourceType> =>
  new Set(
    needs.flatMap(({ interactions = [], searches = [] }) => [
      ...interactions.map(([, type]) => type),
      ...searches.map(([type]) => type),
    ]),
  );
