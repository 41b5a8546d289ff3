import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import type { Bundle, SearchParameter, StructureDefinition } from '@medplum/fhirtypes';

export interface Definitions {
  readonly structures: StructureDefinition[];
  readonly searchParameters: Bundle<SearchParameter>;
}

/**
 * Loads FHIR's own definitions of some types into Medplum's schema. FHIR publishes all of them in one file of 35 MB; it
 * is read in a thread of its own, whose memory is given back when it ends.
 */
export async function loadDefinitions(types: readonly string[]): Promise<void> {
  const reader = new Worker(new URL('./read-definitions.ts', import.meta.url), { workerData: types });
  const ended = once(reader, 'exit');
  const [message] = await once(reader, 'message');
  const { structures, searchParameters }: Definitions = message;
  await ended;
  indexStructureDefinitionBundle(structures);
  indexSearchParameterBundle(searchParameters);
}
