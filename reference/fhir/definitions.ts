import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import type { Bundle, SearchParameter, StructureDefinition } from '@medplum/fhirtypes';
import type { RequiredCodes } from './conformance/required-codes.ts';

export interface Definitions {
  readonly structures: StructureDefinition[];
  readonly searchParameters: Bundle<SearchParameter>;
  readonly requiredCodes: RequiredCodes;
}

/**
 * Loads FHIR's own definitions of some types into Medplum's schema, and gives the codes they require. FHIR publishes all of
 * them in files of 45 MB; they are read in a thread of its own, whose memory is given back when it ends.
 */
export async function loadDefinitions(types: readonly string[]): Promise<RequiredCodes> {
  const reader = new Worker(new URL('./read-definitions.ts', import.meta.url), { workerData: types });
  const ended = once(reader, 'exit');
  const [message] = await once(reader, 'message');
  const { structures, searchParameters, requiredCodes }: Definitions = message;
  await ended;
  indexStructureDefinitionBundle(structures);
  indexSearchParameterBundle(searchParameters);
  return requiredCodes;
}
