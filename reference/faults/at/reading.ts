import type { SearchRequest, WithId } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import type { Environment } from '../../fhir/environment.ts';
import type { SignedIn, Surface } from '../../workflow.ts';
import { factsOf } from './who.ts';

type Planted = Pick<Environment, 'faults' | 'unitKindOf'>;

/** A resource as a reader is shown it; undefined when not at all. */
export function astraySeen<T extends Resource>(
  resource: WithId<T>,
  surface: Surface,
  { faults, unitKindOf }: Planted,
  by: SignedIn,
  earlier: () => WithId<T> | undefined,
): WithId<T> | undefined {
  if (!faults.isPlanted('read')) return resource;
  const { resourceType, id } = resource;
  const facts = { ...factsOf(by, unitKindOf), resourceType, surface };
  const passed = faults.pass('read', resource, facts, { earlier, subject: `${resourceType}/${id}` });
  return passed === undefined ? resource : passed.things[0];
}

/** What a search asks for, as it is understood. */
export function astrayQuery<T extends Resource>(
  request: SearchRequest<T>,
  surface: Surface,
  { faults, unitKindOf }: Planted,
  by: SignedIn,
): SearchRequest<T> {
  if (!faults.isPlanted('query')) return request;
  const facts = { ...factsOf(by, unitKindOf), resourceType: request.resourceType, surface };
  return faults.pass('query', request, facts)?.things[0] ?? request;
}

interface Rows<T extends Resource> {
  readonly resources: WithId<T>[];
  readonly hasMore: boolean;
  readonly total?: number;
}

/** The matches of a search, as its asker is given them. */
export function astrayRows<T extends Resource>(
  { resourceType, sortRules = [] }: Pick<SearchRequest<T>, 'resourceType' | 'sortRules'>,
  found: Rows<T>,
  surface: Surface,
  { faults, unitKindOf }: Planted,
  by: SignedIn,
): Rows<T> {
  if (!faults.isPlanted('search')) return found;
  const sorted = sortRules.length > 0;
  const facts = { ...factsOf(by, unitKindOf), resourceType, surface, sorted };
  const list: { readonly rows: WithId<T>[]; readonly isCut?: true } = { rows: found.resources };
  const passed = faults.pass('search', list, facts)?.things[0];
  if (passed === undefined) return found;
  const { rows, isCut = false } = passed;
  return { resources: rows, hasMore: found.hasMore && !isCut, total: rows.length };
}
