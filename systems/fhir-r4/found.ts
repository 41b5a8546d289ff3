import type { BundleEntry, ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import { Unsure } from '../driver/outcome.ts';
import { type Place, unanswered } from './asked.ts';
import type { Found, Listed } from './client.ts';
import type { Query } from './url.ts';
import { isSubset, warningIn } from './wholeness.ts';

/** Takes in, one by one, what stands on the pages of a list. */
export interface Collector {
  /** @returns why this entry makes the list doubtful, as the end of a sentence */
  take(entry: BundleEntry, resource: Resource): string | undefined;
  /** @param reason why this may not be all, as a whole sentence; the first one stays */
  doubt(reason: string): void;
}

abstract class Collected<R extends Resource> implements Listed<R>, Collector {
  readonly seen: R[] = [];
  #doubt: string | undefined;

  doubt(reason: string): void {
    this.#doubt ??= reason;
  }

  find(holds: (resource: R) => boolean): R | undefined {
    // By number: under load what stands between `for` and `of` costs more than what is done with it.
    for (let at = 0; at < this.seen.length; at += 1) {
      const resource = this.seen[at];
      if (resource !== undefined && holds(resource)) return resource;
    }
    this.#assertWhole();
    return undefined;
  }

  all(): readonly R[] {
    this.#assertWhole();
    return this.seen;
  }

  take(entry: BundleEntry, resource: Resource): string | undefined {
    const { resourceType, meta } = resource;
    if (resourceType === 'OperationOutcome') return warningIn(resource);
    const fault = this.keep(resource, entry.search?.mode);
    return meta?.tag !== undefined && isSubset(meta.tag)
      ? 'gav systemet bara delar av det som hittades (SUBSETTED)'
      : fault;
  }

  protected abstract keep(resource: Resource, mode: string | undefined): string | undefined;

  #assertWhole(): void {
    if (this.#doubt !== undefined) throw new Unsure(this.#doubt);
  }
}

/** What matched a search, and what came along. */
export class Search<T extends ResourceType> extends Collected<ExtractResource<T>> implements Found<T> {
  readonly included: Resource[] = [];
  /** How many the system said had matched. */
  matched = 0;
  readonly #type: T;
  readonly #query: Query;
  readonly #places: readonly Place[];

  constructor(type: T, query: Query, places: readonly Place[]) {
    super();
    this.#type = type;
    this.#query = query;
    this.#places = places;
  }

  protected keep(resource: Resource, mode: string | undefined): string | undefined {
    // Not every server says which is which.
    if (mode === 'include' || !isOf(this.#type, resource)) {
      this.included.push(resource);
      return undefined;
    }
    this.matched += 1;
    const name = unanswered(this.#places, this.#query, resource);
    if (name === undefined) this.seen.push(resource);
    else
      return `svarade systemet med ${resource.resourceType}/${resource.id}, som inte är vad som söktes på ${name}`;
    return undefined;
  }
}

/** What an operation answered with. */
export class List extends Collected<Resource> {
  protected keep(resource: Resource): undefined {
    this.seen.push(resource);
  }
}

export const isOf = <T extends ResourceType>(type: T, resource: Resource): resource is ExtractResource<T> =>
  resource.resourceType === type;
