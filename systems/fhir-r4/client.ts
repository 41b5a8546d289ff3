import type { ExtractResource, Resource, ResourceType } from '@medplum/fhirtypes';
import type { Account } from '../driver/account.ts';
import type { Exchange } from './exchange.ts';
import type { Dialect } from './mapping/dialect.ts';
import { FhirWatcher, LeavesNoTrace } from './noticing.ts';
import type { Query } from './url.ts';
import { FhirWriter } from './write.ts';
import type { Writing } from './writing.ts';

/**
 * What stands in a list. What is there can be seen in any answer; that something is not there is only known of a whole
 * one, and whoever asks for that of another meets an {@link Unsure} with the reason.
 */
export interface Listed<R> {
  /** What was seen, whatever else there may be: proof of what is there, never of what is not. */
  readonly seen: readonly R[];
  /** The first of which this holds; undefined only when there is none. */
  find(holds: (resource: R) => boolean): R | undefined;
  /** All that there is. */
  all(): readonly R[];
}

/** What a search found: what matched, and what came along with it. */
export interface Found<T extends ResourceType> extends Listed<ExtractResource<T>> {
  readonly included: readonly Resource[];
}

/** What was made, as 'Type/id'. */
export interface Created {
  readonly reference: string;
}

/** What is there, and whether it was made just now. */
export interface Known extends Created {
  readonly isNew: boolean;
}

/** When what was made can be read. */
export type Arrival = 'at-once' | 'later';

/** What one signed-in person can see. */
export interface Reader {
  /** The resource behind 'Type/id'; undefined when there is none. */
  find<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T> | undefined>;
  /** As `find`, but there must be one. */
  read<T extends ResourceType>(type: T, reference: string): Promise<ExtractResource<T>>;
  /** All pages of a search. */
  search<T extends ResourceType>(type: T, query: Query): Promise<Found<T>>;
  /** All pages of an operation on one resource that answers with a list, such as `$everything`. */
  list(reference: string, operation: string): Promise<Listed<Resource>>;
}

/** Writes of one signed-in person. A write is sent once; when its answer is lost it is looked up, never sent again. */
interface Writer {
  /**
   * Makes a resource, which is the writer's from now on, that carries the token.
   * @param arrival `later` of what the system only passes on, so that it is nowhere to be read yet
   */
  create<R extends Resource>(resource: R, token: string, arrival?: Arrival): Promise<Created>;
  /**
   * Makes a resource unless one with this query is there already; answers its 'Type/id' either way, and whether it was
   * made now. What is there must be it: a server that makes nothing of the query answers with anything.
   */
  createUnless<R extends Resource>(resource: R, existing: Query, isIt: (found: R) => boolean): Promise<Known>;
  /** Reads, changes and writes; once again from the start when somebody else was first. */
  update<T extends ResourceType>(
    type: T,
    reference: string,
    token: string,
    change: (current: ExtractResource<T>) => ExtractResource<T>,
  ): Promise<void>;
  /** Removes what is behind 'Type/id'; what is gone already is well. */
  remove(reference: string): Promise<void>;
  /** An operation on one resource that does something. */
  operate(reference: string, operation: string, query: Query): Promise<void>;
}

/**
 * FHIR as one signed-in person about one patient. Everything throws {@link Refused} when the system says no and a
 * SystemError when it does not do its part; an answer about another patient is the latter.
 */
export interface FhirClient extends Reader, Writer {}

export function createClient(
  exchange: Exchange,
  account: Account,
  patient?: string,
  writing: Writing = {},
  dialect?: Dialect,
): FhirClient {
  if (writing.noticing !== undefined) {
    // What is said in a dialect would have to be compared in it.
    if (dialect !== undefined) throw new LeavesNoTrace();
    return new FhirWatcher(writing.noticing, exchange, account, patient);
  }
  return dialect === undefined
    ? new FhirWriter(exchange, account, patient, writing)
    : dialect.client(exchange, account, patient, writing);
}
