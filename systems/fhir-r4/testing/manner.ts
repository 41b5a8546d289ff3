import type { Bundle, CapabilityStatement, Resource } from '@medplum/fhirtypes';
import type { SystemProfile } from '../../profile.ts';
import type { JsonReply, Received, Reply } from '../../testing/small-server.ts';
import type { SmallStore } from './small-store.ts';

/** What part of the driver's work a manner meets. */
export type Concern = 'waiting' | 'versions' | 'pages' | 'lists' | 'answers' | 'writing' | 'people' | 'times';

/**
 * One way in which a FHIR server may behave, as a switch of the small server.
 * `right`: FHIR allows it, and nothing turns red or unknown by it.
 * `doubtful`: whatever rests on a list that it touches can be seen to be there, and never seen to be absent: unknown.
 * `wrong`: what it touches must be told as a fault, or as what cannot be known; it is never green.
 */
export interface Manner {
  readonly name: string;
  readonly is: 'right' | 'doubtful' | 'wrong';
  readonly concerns: Concern;
  /** What the server does, as the end of 'a server that …'. */
  readonly does: string;
  /** Who says so, or which server was seen to do it. */
  readonly source: string;
  /** What Genrep makes of it, for docs/how-to/own-system.md, where it is not what it makes of all that are as right. */
  readonly met?: string;
  /** It writes its own time over that of what it receives, so that a history is not given back as it was. */
  readonly rewritesTimes?: true;
  /**
   * What can be told of a write whose driver died: always what became of it; only that it was done, where it was; or
   * nothing.
   */
  readonly settles?: 'always' | 'when-found' | 'never';
  /** A server's own, since some count. */
  readonly of: (base: string) => Habits;
}

/** Where a manner strikes; what is not named is as a plain server does it. */
export interface Habits {
  /** What the profile must tell of such a server. */
  readonly profile?: Partial<SystemProfile>;
  readonly claims?: (statement: CapabilityStatement) => CapabilityStatement;
  /** An answer before the request is looked at. */
  readonly instead?: (request: Received, store: SmallStore) => Reply | undefined;
  /** What it makes of what a search asks for. */
  readonly understands?: (query: URLSearchParams) => URLSearchParams;
  /** It makes the same of the condition of a create, and takes the first that it finds. */
  readonly inConditionsToo?: true;
  /** The self link tells what was asked, whatever was understood. */
  readonly saysItUnderstood?: true;
  readonly knowsConditionalCreate?: false;
  /** What it keeps of what is written; undefined when it only says that it does. */
  readonly keeps?: (resource: Resource) => Resource | undefined;
  /** How many resources stand on a page. */
  readonly pageSize?: number;
  /** How an address within it is told; absolute when not named. */
  readonly address?: (absolute: string) => string;
  /** The same for the next page alone. */
  readonly next?: (absolute: string) => string;
  /** The ETag of a version; weak when not named. */
  readonly etag?: (version: string) => string;
  /** What stands on a page of a search. */
  readonly lists?: (page: Bundle, request: Received) => Bundle;
  /** What it says at last. */
  readonly says?: (reply: JsonReply, request: Received) => Reply;
}
