import { readFileSync } from 'node:fs';
import { getExpressionForResourceType, getSearchParameters, indexSearchParameter } from '@medplum/core';
import type { ResourceType, SearchParameter } from '@medplum/fhirtypes';
import { parse } from 'yaml';
import { type ElementRules, elementRules } from './conformance/element-rules.ts';
import { loadDefinitions } from './definitions.ts';

/** What the environment keeps, and by which FHIR search parameters each kind can be found. */
export interface Catalogue {
  readonly types: readonly ResourceType[];
  isKept(type: string): type is ResourceType;
  /** The indexed search parameters of a type. */
  parameters(type: string): readonly SearchParameter[];
  parameter(type: string, code: string): SearchParameter | undefined;
  /** What may stand in the elements of a type. */
  readonly elements: ElementRules;
}

interface CatalogueFile {
  readonly everywhere: readonly string[];
  readonly types: Readonly<Record<string, readonly string[]>>;
}

/** Loads FHIR's own definitions of the kept types into Medplum's schema and reads catalogue.yaml against them. */
export async function loadCatalogue(): Promise<Catalogue> {
  const file: CatalogueFile = parse(readFileSync(new URL('./catalogue.yaml', import.meta.url), 'utf8'));
  const requiredCodes = await loadDefinitions(Object.keys(file.types));
  const byType = new Map<string, Map<string, SearchParameter>>();
  for (const [type, codes] of Object.entries(file.types)) {
    byType.set(type, definitionsOf(type, [...file.everywhere, ...codes]));
  }
  const types = [...byType.keys()] as ResourceType[];
  return {
    types,
    isKept: (type): type is ResourceType => byType.has(type),
    parameters: (type) => [...(byType.get(type)?.values() ?? [])],
    parameter: (type, code) => byType.get(type)?.get(code),
    elements: elementRules(requiredCodes),
  };
}

/** `subject:identifier` beside `subject`: references can be logical. */
export const IDENTIFIER_SUFFIX = ':identifier';

function definitionsOf(type: string, codes: readonly string[]): Map<string, SearchParameter> {
  const known = getSearchParameters(type);
  return new Map(
    codes.map((code) => {
      const parameter = known?.[code];
      if (parameter === undefined) {
        throw new Error(`catalogue.yaml: FHIR R4 defines no search parameter "${code}" for ${type}.`);
      }
      return [code, narrowed(type, parameter)];
    }),
  );
}

/**
 * FHIR words one expression for all types that share a parameter (`code` of thirty types). Only the part for this type
 * is kept, here and in Medplum's schema: evaluating the rest on every write costs more than all other checks.
 */
function narrowed(type: string, parameter: SearchParameter): SearchParameter {
  const expression = getExpressionForResourceType(type, parameter.expression ?? '') ?? parameter.expression;
  const own = { ...parameter, base: [type as ResourceType], expression };
  indexSearchParameter(own);
  return own;
}
