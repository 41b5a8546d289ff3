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
import type { SignedIn, Surface } from '../workflow.ts';
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
    if (versions.length === 0) throw new OperationOutcomeError(notFound);
    return versions.flatMap((version) => {
      if (version.deleted) return [version];
      const resource = this.seen<T>(parsed<T>(version), this.#surface ?? 'history');
      return resource === undefined ? [] : [{ ...version, resource }];
    });
  }

  search<T extends Resource>(request: SearchRequest<T>): Found<T> {
    const type = request.resourceType;
    const scope = this.#scopeOf(type);
    const own = scope === '' ? [] : (parseSearchRequest(`${type}?${scope}`).filters ?? []);
    const surface = this.#surface ?? 'search';
    const asked = astrayQuery(request, surface, this.#environment, this.#by);
    const page = this.#source.search({ ...asked, filters: [...(asked.filters ?? []), ...own] });
    const resources = page.contents.flatMap((content) => this.seen<T>(JSON.parse(content), surface) ?? []);
    const unseen = page.contents.length - resources.length;
    const isWhole = !page.hasMore && !request.offset && request.count !== 0;
    const total = page.total === undefined ? (isWhole ? resources.length : undefined) : page.total - unseen;
    const found = { resources, hasMore: page.hasMore, ...(total === undefined ? {} : { total }) };
    return astrayRows(request, found, surface, this.#environment, this.#by);
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
    if (this.#source.read(type, id) === undefined) throw new OperationOutcomeError(notFound);
    throw readRefusal(this.#by, type);
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

/** What the store holds has been validated on its way in. */
function parsed<T extends Resource>(version: Version): WithId<T> {
  return JSON.parse(version.content);
}
