import {
  gone,
  notFound,
  OperationOutcomeError,
  parseSearchRequest,
  type SearchRequest,
  type WithId,
} from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { readRefusal } from '../authority/authority.ts';
import { astrayQuery, astrayRows, astraySeen } from '../faults/at/reading.ts';
import type { ResourceStore, Version } from '../store/resource-store.ts';
import { MAX_COUNT } from '../store/search.ts';
import type { SignedIn, Surface } from '../workflow.ts';
import type { Catalogue } from './catalogue.ts';
import type { Environment } from './environment.ts';

export interface Found<T extends Resource> {
  readonly resources: WithId<T>[];
  readonly hasMore: boolean;
  readonly total?: number;
}

/** A version as a reader sees it; a deletion has no resource. */
export interface SeenVersion<T extends Resource> extends Version {
  readonly resource?: WithId<T>;
}

/** The store as one person may see it: what is theirs to read, as the workflows let them see it. */
export class Reading {
  readonly #environment: Environment;
  readonly #by: SignedIn;
  readonly #source: ResourceStore;
  readonly #surface: Surface | undefined;

  /** A `surface` given here stands for all reading done; else each way of reading has its own. */
  constructor(environment: Environment, by: SignedIn, source: ResourceStore, surface?: Surface) {
    this.#environment = environment;
    this.#by = by;
    this.#source = source;
    this.#surface = surface;
  }

  read<T extends Resource>(type: string, id: string): WithId<T> {
    this.#checkScope(type, id);
    const version = this.#source.read(type, id);
    if (version === undefined) throw new OperationOutcomeError(notFound);
    if (version.deleted) throw new OperationOutcomeError(gone);
    return this.#orNotFound(this.seen<T>(parsed<T>(version), this.#surface ?? 'read'));
  }

  version<T extends Resource>(type: string, id: string, number: string): WithId<T> {
    this.#checkScope(type, id);
    const version = this.#source.history(type, id).find((each) => String(each.version) === number);
    if (version === undefined) throw new OperationOutcomeError(notFound);
    if (version.deleted) throw new OperationOutcomeError(gone);
    return this.#orNotFound(this.seen<T>(parsed<T>(version), this.#surface ?? 'history'));
  }

  /** All versions, the newest first. */
  history<T extends Resource>(type: string, id: string): SeenVersion<T>[] {
    this.#checkScope(type, id);
    const versions = this.#source.history(type, id);
    const seen = versions.flatMap((version): SeenVersion<T>[] => {
      if (version.deleted) return [version];
      const resource = this.seen<T>(parsed<T>(version), this.#surface ?? 'history');
      return resource === undefined ? [] : [{ ...version, resource }];
    });
    // What is not for this reader is as if it were not there: an empty history would tell that it is.
    if (!seen.some(({ resource }) => resource !== undefined)) throw new OperationOutcomeError(notFound);
    return seen;
  }

  search<T extends Resource>(request: SearchRequest<T>): Found<T> {
    const type = request.resourceType;
    const scope = this.#scopeOf(type);
    const own = scope === '' ? [] : (parseSearchRequest(`${type}?${scope}`).filters ?? []);
    const surface = this.#surface ?? 'search';
    for (const other of typesAskedOf(request, this.#environment.catalogue)) this.#checkAsking(other);
    const asked = astrayQuery(request, surface, this.#environment, this.#by);
    const scoped = { ...asked, filters: [...(asked.filters ?? []), ...own] };
    const page = this.#source.search(scoped);
    const resources = this.#matches(page.contents, request, surface);
    const isWhole = !page.hasMore && !request.offset && request.count !== 0;
    const total = isWhole
      ? resources.length
      : page.total && this.#count(page.total, scoped, request, surface);
    const found = { resources, hasMore: page.hasMore, ...(total === undefined ? {} : { total }) };
    return astrayRows(request, found, surface, this.#environment, this.#by);
  }

  /** What of these this person is told of as matches. */
  #matches<T extends Resource>(
    contents: readonly string[],
    { filters = [] }: SearchRequest<T>,
    surface: Surface,
  ): WithId<T>[] {
    const { workflows } = this.#environment;
    return contents.flatMap((content) => {
      const resource: WithId<T> = JSON.parse(content);
      const isTold = workflows.every(
        ({ mayMatch }) => mayMatch === undefined || mayMatch(resource, this.#by, filters),
      );
      return isTold ? (this.seen<T>(resource, surface) ?? []) : [];
    });
  }

  /** How many matches this person is told of: a number tells as much as they do. */
  #count<T extends Resource>(
    all: number,
    scoped: SearchRequest<T>,
    request: SearchRequest<T>,
    surface: Surface,
  ): number {
    if (this.#by.role === 'migration' || this.#by.role === 'registry') return all;
    let count = 0;
    for (let offset = 0; offset < all; offset += MAX_COUNT) {
      const { contents } = this.#source.search({ ...scoped, total: undefined, count: MAX_COUNT, offset });
      count += this.#matches(contents, request, surface).length;
    }
    return count;
  }

  /** A resource as this person sees it on a surface; undefined when not at all. */
  seen<T extends Resource>(resource: WithId<T>, surface: Surface): WithId<T> | undefined {
    let seen: Resource | undefined = resource;
    for (const workflow of this.#environment.workflows) {
      if (workflow.onRead === undefined) continue;
      seen = workflow.onRead(seen, this.#by, this.#environment.store, surface);
      if (seen === undefined) return undefined;
    }
    return astraySeen(seen as WithId<T>, surface, this.#environment, this.#by, () => this.#before(resource));
  }

  /** The version before this one. */
  #before<T extends Resource>({ resourceType, id, meta }: WithId<T>): WithId<T> | undefined {
    const earlier = this.#source
      .history(resourceType, id)
      .find(({ version, deleted }) => version < Number(meta?.versionId) && !deleted);
    return earlier && parsed<T>(earlier);
  }

  #checkScope(type: string, id: string): void {
    const scope = this.#scopeOf(type);
    if (scope === '') return;
    const request = parseSearchRequest(`${type}?_id=${id}&${scope}`);
    if (this.#source.search({ ...request, count: 1 }).contents.length > 0) return;
    // The same whether it is there or not, so that nobody learns what there is by guessing.
    throw readRefusal(this.#by, type);
  }

  /** Who may not read a kind of thing does not ask by it either: what is found would tell what it says. */
  #checkAsking(type: string): void {
    if (this.#scopeOf(type) !== '') throw readRefusal(this.#by, type);
  }

  #scopeOf(type: string): string {
    if (!this.#environment.catalogue.isKept(type)) throw new OperationOutcomeError(notFound);
    const scope = this.#environment.authority.readable(this.#by, type);
    if (scope === undefined) throw readRefusal(this.#by, type);
    return scope;
  }

  #orNotFound<T>(resource: T | undefined): T {
    if (resource === undefined) throw new OperationOutcomeError(notFound);
    return resource;
  }
}

/** Kinds of thing that a search asks by, beside the kind that it looks for: `_has:Task:patient:…`, `subject:Patient.…`. */
function typesAskedOf({ resourceType, filters = [] }: SearchRequest, catalogue: Catalogue): string[] {
  return filters.flatMap(({ code }) => {
    if (code.startsWith('_has:')) return code.split(':')[1] ?? [];
    const [, parameter = '', named] = /^([^.:]+)(?::([A-Za-z]+))?[.]/.exec(code) ?? [];
    if (parameter === '') return [];
    return named ?? catalogue.parameter(resourceType, parameter)?.target?.filter(catalogue.isKept) ?? [];
  });
}

/** What the store holds has been validated on its way in. */
function parsed<T extends Resource>(version: Version): WithId<T> {
  return JSON.parse(version.content);
}
