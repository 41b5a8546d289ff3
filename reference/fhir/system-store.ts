import { generateId, parseSearchRequest, type WithId } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { MAX_COUNT } from '../store/search.ts';
import type { SignedIn, Store } from '../workflow.ts';
import type { Environment } from './environment.ts';
import { patientsOf } from './subjects.ts';
import { type Deferred, Writing } from './writing.ts';

/** The environment acting by itself. */
const SYSTEM: SignedIn = { userName: 'system', role: 'system', display: 'Referensmiljön' };

/** The store as workflows use it; inside a transaction it sees and writes what the transaction does. */
export function systemStore(environment: Environment, deferred?: Deferred): Store {
  const source = deferred === undefined ? environment.committed : environment.writing;
  const store: Store = {
    read: async <T extends Resource>(reference: string) => {
      const [type = '', id = ''] = reference.split('/');
      const version = source.read(type, id);
      return version === undefined || version.deleted ? undefined : (JSON.parse(version.content) as T);
    },
    search: async <T extends Resource>(query: string) => {
      const request = parseSearchRequest<T>(query);
      const all: T[] = [];
      for (let offset = 0, hasMore = true; hasMore; offset += MAX_COUNT) {
        const page = source.search({ ...request, offset, count: MAX_COUNT });
        all.push(...page.contents.map((content): T => JSON.parse(content)));
        hasMore = page.hasMore;
      }
      return all;
    },
    create: async (resource) => {
      const { resource: stored } = await writing().create(resource, resource.id ?? generateId());
      return recorded('create', stored);
    },
    update: async (resource) => recorded('update', await writing().update(resource)),
  };
  const writing = () => new Writing(environment, SYSTEM, { workflows: [], store, deferred });
  const recorded = <T extends Resource>(interaction: 'create' | 'update', resource: WithId<T>): T => {
    environment.audit.record({
      interaction,
      by: SYSTEM,
      allowed: true,
      at: environment.now(),
      what: `${resource.resourceType}/${resource.id}`,
      patients: patientsOf(resource),
    });
    return resource;
  };
  return store;
}
