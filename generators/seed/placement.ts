import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { SeedClient, SeedResponse } from './seed-client.ts';
import type { SeedIds } from './seed-ids.ts';
import { nameOf, typeOf } from './seed-order.ts';

/** A resource on its way: what is asked of the server for it. */
export interface Placed {
  /** 'Patient/p-000042' in the population. */
  readonly name: string;
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly ifNoneExist?: string;
  readonly body: string;
}

/** Where resources come to lie in the server, so that writing one twice makes no second. */
export interface Placement {
  place(line: string): Placed;
  /** Where the server gives the ids; undefined where it takes those of the population. */
  readonly given?: GivenIds;
}

/** What is known of resources whose ids the server gives. */
export interface GivenIds {
  readonly ids: SeedIds;
  /** 'Patient/17', where the id is known. */
  addressOf(name: string): string | undefined;
  /** Finds a resource by the token that it was given. */
  queryOf(name: string): string;
  hasToken(resource: object, name: string): boolean;
  /** If-None-Exist is not to be relied on here: it is left out from now on. */
  writeUnconditionally(): void;
}

interface Resource {
  readonly id?: string;
  readonly meta?: { readonly tag?: readonly { readonly system?: string; readonly code?: string }[] };
}

/** The server takes ids as they are (`updateCreate`). */
export const ownIds = (): Placement => ({
  place(line) {
    const name = nameOf(line);
    return { name, method: 'PUT', url: name, body: line };
  },
});

/**
 * The server gives ids of its own: each resource carries a token that it is created only once for, and references are
 * rewritten to the ids that the server gave. `population` tells one population's tokens from another's.
 */
export function serverIds(population: string, ids: SeedIds): Placement {
  let isConditional = true;
  const tokenOf = (name: string): string => `${population}-${name.replace('/', '-')}`;
  const queryFor = (name: string): string => `_tag=${SYSTEMS.token}|${tokenOf(name)}`;
  const addressOf = (name: string): string | undefined => {
    const id = ids.get(name);
    return id === undefined ? undefined : `${typeOf(name)}/${id}`;
  };
  return {
    place(line) {
      const name = nameOf(line);
      const { id: _, meta, ...rest } = JSON.parse(line.replace(REFERENCE, rewritten)) as Resource;
      const tag = [...(meta?.tag ?? []), { system: SYSTEMS.token, code: tokenOf(name) }];
      return {
        name,
        method: 'POST',
        url: typeOf(name),
        ...(isConditional ? { ifNoneExist: queryFor(name) } : {}),
        body: JSON.stringify({ ...rest, meta: { ...meta, tag } }),
      };
    },
    given: {
      ids,
      addressOf,
      queryOf: (name) => `${typeOf(name)}?${encodeURI(queryFor(name))}`,
      hasToken: (resource, name) =>
        (resource as Resource).meta?.tag?.some(
          ({ system, code }) => system === SYSTEMS.token && code === tokenOf(name),
        ) === true,
      writeUnconditionally() {
        isConditional = false;
      },
    },
  };

  function rewritten(whole: string, name: string): string {
    const address = addressOf(name);
    return address === undefined ? whole : `"reference":"${address}"`;
  }
}

const REFERENCE = /"reference":"([A-Za-z]+\/[^"]+)"/g;

/** Sends one resource by itself. */
export const send = (client: SeedClient, { method, url, ifNoneExist, body }: Placed): Promise<SeedResponse> =>
  client.request(method, url, body, ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist });
