import type {
  Bundle,
  CodeSystem,
  CodeSystemConcept,
  StructureDefinition,
  ValueSet,
  ValueSetComposeInclude,
} from '@medplum/fhirtypes';

/** By the address of a value set without its version: what is in it, as `code` and as `system|code`. */
export type RequiredCodes = ReadonlyMap<string, ReadonlySet<string>>;

/** A value set as an element names it, `http://…|4.0.1`, without the version. */
export const withoutVersion = (valueSet: string): string => valueSet.split('|')[0] ?? valueSet;

/**
 * The codes of all value sets that these structures require, from FHIR's own value sets and code systems. A value set that
 * nobody can list (media types, currencies) is not among them.
 */
export function requiredCodes(
  structures: readonly StructureDefinition[],
  terminology: Bundle<ValueSet | CodeSystem>,
): RequiredCodes {
  const published = new Map<string, ValueSet | CodeSystem>();
  for (const { resource } of terminology.entry ?? []) {
    if (resource?.url !== undefined) published.set(resource.url, resource);
  }
  const required = new Map<string, ReadonlySet<string>>();
  for (const valueSet of requiredIn(structures)) {
    const codes = codesOf(valueSet, published);
    if (codes !== undefined) required.set(valueSet, new Set(codes));
  }
  return required;
}

function requiredIn(structures: readonly StructureDefinition[]): Set<string> {
  const bindings = structures.flatMap(({ snapshot }) => snapshot?.element ?? []);
  return new Set(
    bindings.flatMap(({ binding }) =>
      binding?.strength === 'required' && binding.valueSet ? [withoutVersion(binding.valueSet)] : [],
    ),
  );
}

type Published = ReadonlyMap<string, ValueSet | CodeSystem>;

function codesOf(url: string, published: Published): string[] | undefined {
  const valueSet = published.get(withoutVersion(url));
  if (valueSet?.resourceType !== 'ValueSet' || valueSet.compose?.exclude !== undefined) return undefined;
  return allOf(valueSet.compose?.include ?? [], (include) => included(include, published));
}

function included(include: ValueSetComposeInclude, published: Published): string[] | undefined {
  const { system, concept, filter, valueSet } = include;
  if (system === undefined) return allOf(valueSet ?? [], (url) => codesOf(url, published));
  if (filter !== undefined || valueSet !== undefined) return undefined;
  const codes = concept?.map(({ code }) => code) ?? conceptsOf(published.get(system));
  return codes?.flatMap((code) => (code === undefined ? [] : [code, `${system}|${code}`]));
}

function conceptsOf(system: ValueSet | CodeSystem | undefined): string[] | undefined {
  return system?.resourceType === 'CodeSystem' && system.content === 'complete'
    ? codesIn(system.concept ?? [])
    : undefined;
}

const codesIn = (concepts: readonly CodeSystemConcept[]): string[] =>
  concepts.flatMap(({ code, concept }) => [...(code === undefined ? [] : [code]), ...codesIn(concept ?? [])]);

/** Nothing at all where one part is not known: half a value set refuses what is right. */
function allOf<T>(
  parts: readonly T[],
  codes: (part: T) => readonly string[] | undefined,
): string[] | undefined {
  const all: string[] = [];
  for (const part of parts) {
    const own = codes(part);
    if (own === undefined) return undefined;
    all.push(...own);
  }
  return all;
}
