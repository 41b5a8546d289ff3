import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import type { Bundle, SearchParameter, StructureDefinition } from '@medplum/fhirtypes';
import { kept } from '../kept.ts';
import type { RequiredCodes } from './conformance/required-codes.ts';

/** What the environment uses of FHIR's own definitions, as JSON has it. */
export interface Definitions {
  readonly structures: StructureDefinition[];
  readonly searchParameters: Bundle<SearchParameter>;
  readonly requiredCodes: readonly (readonly [valueSet: string, codes: readonly string[]])[];
}

/** What decides which definitions are read: of which version of the package, and what of it. */
const READ_BY = ['../../package.json', './read-definitions.ts', './conformance/required-codes.ts'];

/**
 * Loads FHIR's own definitions of some types into Medplum's schema, and gives the codes they require. FHIR publishes all of
 * them in files of 45 MB, which are read once; what is needed of them is kept.
 */
export async function loadDefinitions(types: readonly string[]): Promise<RequiredCodes> {
  const texts = await Promise.all(READ_BY.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  const definitions = await kept('definitions', [...types, ...texts], () => readApart(types));
  const { structures, searchParameters, requiredCodes } = definitions;
  indexStructureDefinitionBundle(structures);
  indexSearchParameterBundle(searchParameters);
  return new Map(requiredCodes.map(([valueSet, codes]) => [valueSet, new Set(codes)]));
}

/** In a thread of its own, whose memory is given back when it ends. */
async function readApart(types: readonly string[]): Promise<Definitions> {
  const reader = new Worker(new URL('./read-definitions.ts', import.meta.url), { workerData: types });
  const ended = once(reader, 'exit');
  const [definitions] = await once(reader, 'message');
  await ended;
  return definitions;
}
