import { SYSTEMS } from '../../domain/codes/systems.ts';

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
  readonly isServers: boolean;
  place(line: string): Placed;
  /** The id that the server has for a resource. */
  learn(name: string, serverId: string): void;
  /** How to read a resource back. */
  queryOf(name: string): string;
  /** A shard is loaded: nothing refers to its resources any more. */
  forget(): void;
}

interface Head {
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: { readonly tag?: readonly object[] };
}

const nameOf = ({ resourceType, id }: Head): string => `${resourceType}/${id}`;

/** The server takes ids as they are (`updateCreate`). */
export const ownIds = (): Placement => ({
  isServers: false,
  place(line) {
    const name = nameOf(JSON.parse(line) as Head);
    return { name, method: 'PUT', url: name, body: line };
  },
  learn: () => {},
  queryOf: (name) => name,
  forget: () => {},
});

/**
 * The server gives ids of its own: each resource carries a token that it is created only once for, and references are
 * rewritten to the ids that the server gave. `population` tells one population's tokens from another's.
 */
export function serverIds(population: string): Placement {
  const common = new Map<string, string>();
  const ofShard = new Map<string, string>();
  const tokenOf = (name: string): string => `${population}-${name.replace('/', '-')}`;
  const queryFor = (name: string): string => `_tag=${SYSTEMS.token}|${tokenOf(name)}`;
  return {
    isServers: true,
    place(line) {
      const resource = JSON.parse(line.replace(REFERENCE, rewritten)) as Head;
      const name = nameOf(resource);
      const { id: _, meta, ...rest } = resource;
      const tag = [...(meta?.tag ?? []), { system: SYSTEMS.token, code: tokenOf(name) }];
      return {
        name,
        method: 'POST',
        url: resource.resourceType,
        ifNoneExist: queryFor(name),
        body: JSON.stringify({ ...rest, meta: { ...meta, tag } }),
      };
    },
    learn: (name, serverId) => (SHARED.test(name) ? common : ofShard).set(name, serverId),
    queryOf: (name) => `${name.slice(0, name.indexOf('/'))}?${encodeURI(queryFor(name))}`,
    forget: () => ofShard.clear(),
  };

  function rewritten(whole: string, name: string): string {
    const serverId = common.get(name) ?? ofShard.get(name);
    if (serverId === undefined) return whole;
    return `"reference":"${name.slice(0, name.indexOf('/'))}/${serverId}"`;
  }
}

const REFERENCE = /"reference":"([A-Za-z]+\/[^"]+)"/g;
const SHARED = /^(Organization|Practitioner|PractitionerRole)\//;
