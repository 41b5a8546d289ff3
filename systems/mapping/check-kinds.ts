import type { ResourceType } from '@medplum/fhirtypes';
import { InputError, inputErrorOf } from '../../domain/input-error.ts';
import { didYouMean } from '../../input/suggest.ts';
import type { FhirArea, Needs } from '../fhir-r4/handler.ts';
import { type FhirVocabulary, fhirVocabulary } from '../fhir-r4/vocabulary.ts';
import { EVERY, type Mapping } from '../mapping.ts';

/**
 * Holds a mapping against the areas that it is about.
 * @throws InputError for a kind of activity that no area has, a resource that the activity does not write, and one that is
 * said as another that areas use already
 */
export function checkKinds(
  { activities = {}, resources = {}, places }: Mapping,
  areas: readonly FhirArea[],
): void {
  const vocabulary = fhirVocabulary(areas);
  const { kinds, everyNeeds } = vocabulary;
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
    ...Object.entries(activities).flatMap(([kind, { write = {} }]) => {
      const written = writtenBy(kind, vocabulary);
      return Object.keys(write)
        .filter((type) => written !== undefined && !written.includes(type))
        .map(
          (type) =>
            new InputError(
              `Steget "${kind}" skriver ingen ${type}${didYouMean(type, written ?? []) || '.'} Det skriver ${written?.join(', ') || 'ingenting'}.`,
              places?.[`activities/${kind}/write/${type}`],
            ),
        );
    }),
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

/** What introduces people and their units writes. */
const REGISTER: readonly string[] = ['Patient', 'Organization', 'Condition', 'AllergyIntolerance'];

/** The types that a kind of activity, or every one and the register, writes; undefined for a kind that is none. */
function writtenBy(kind: string, vocabulary: FhirVocabulary): readonly string[] | undefined {
  if (kind === EVERY) {
    return [
      ...new Set([...REGISTER, ...vocabulary.kinds.flatMap((each) => writtenBy(each, vocabulary) ?? [])]),
    ];
  }
  const handler = vocabulary.handler(kind);
  if (handler === undefined) return undefined;
  const needs = [handler.needs, ...(handler.plainly === undefined ? [] : [handler.plainly.needs])];
  const interactions = needs.flatMap((each) => each.interactions ?? []);
  return [...new Set(interactions.flatMap(([code, type]) => (code === 'read' ? [] : [type])))];
}

const typesIn = (needs: readonly Needs[]): ReadonlySet<ResourceType> =>
  new Set(
    needs.flatMap(({ interactions = [], searches = [] }) => [
      ...interactions.map(([, type]) => type),
      ...searches.map(([type]) => type),
    ]),
  );
