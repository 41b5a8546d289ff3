import type { Resource } from '@medplum/fhirtypes';
import type { FhirClient } from '../fhir-r4/client.ts';
import type { FhirVocabulary } from '../fhir-r4/vocabulary.ts';
import { typeOf, whyNot } from './leftovers.ts';

/** What became of something that was to be removed. */
export type Removal =
  | { readonly is: 'gone' }
  /** The system kept it, for this reason. */
  | { readonly is: 'kept'; readonly reason: string }
  /** It cannot be told, for this reason. */
  | { readonly is: 'unknown'; readonly reason: string };

/**
 * Removes one thing, and looks whether it is gone. A person stays as long as anything is told of the person, and a unit
 * always: others may have begun to use them.
 */
export async function removed(
  client: FhirClient,
  reference: string,
  vocabulary: FhirVocabulary,
): Promise<Removal> {
  try {
    const needed =
      typeOf(reference) === 'Patient' ? await whyNeeded(client, reference, vocabulary) : undefined;
    if (needed !== undefined) return { is: 'kept', reason: needed };
    await client.remove(reference);
  } catch (error) {
    return { is: 'kept', reason: whyNot(error) };
  }
  let there: Resource | undefined;
  try {
    there = await client.find(typeOf(reference), reference);
  } catch (error) {
    return {
      is: 'unknown',
      reason: `Systemet sade ja, men det går inte att se om posten är borta: ${whyNot(error)}`,
    };
  }
  return there === undefined ? { is: 'gone' } : { is: 'kept', reason: STILL_READ };
}

const STILL_READ = 'Systemet sade ja, men posten går fortfarande att läsa.';

/** What still tells of a person; undefined when nothing does. Throws as a search does, also where it cannot be told. */
async function whyNeeded(
  client: FhirClient,
  person: string,
  { everyNeeds }: FhirVocabulary,
): Promise<string | undefined> {
  const types = new Set(
    everyNeeds.flatMap(({ interactions = [] }) =>
      interactions.flatMap(([interaction, type]) => (interaction === 'read' ? [] : [type])),
    ),
  );
  for (const type of types) {
    const about = await client.search(type, { patient: person });
    if (about.seen.length > 0 || about.all().length > 0) return `${type} om personen finns kvar.`;
  }
  return undefined;
}
