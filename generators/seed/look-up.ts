import { inTime } from './list-lag.ts';
import type { GivenIds } from './placement.ts';
import { identifiersOf, isAsLoaded, isSameOne } from './same-resource.ts';
import { type SeedClient, SeedError } from './seed-client.ts';
import { nameOf, typeOf } from './seed-order.ts';

/** Looks in the server for what it may have been given before. */
export interface LookUp {
  /** The id it has there; undefined where it is not. A {@link SeedError} where the server cannot say. */
  idOf(line: string): Promise<string | undefined>;
  /** The id of what the server has just taken; undefined where it does not come to be found. */
  idOfTaken(line: string): Promise<string | undefined>;
  /** Whether what the server has under an id is this resource, and nobody else's. */
  isIt(id: string, line: string): Promise<boolean>;
}

/** @param given ids that the server gave are learnt from it */
export function lookUpIn(client: SeedClient, given: GivenIds): LookUp {
  let searches: Promise<boolean | undefined> | undefined;
  return {
    async idOf(line) {
      const found = await byTokenOrIdentifier(line);
      if (found !== undefined) return found;
      searches ??= whetherTagsAreSearched();
      const isSearched = await searches;
      if (isSearched === false) throw cannotTell(nameOf(line));
      // By now a list that lags has caught up with what was written last.
      return byTokenOrIdentifier(line);
    },
    idOfTaken: (line) => inTime(client, () => byTokenOrIdentifier(line), isFound),
    async isIt(id, line) {
      const name = nameOf(line);
      const { status, body } = await client.request('GET', `${typeOf(name)}/${id}`);
      if (status !== 200 || typeof body !== 'object' || body === null) return false;
      return given.hasToken(body, name) || isAsLoaded(body, line, { idsAreGiven: true });
    },
  };

  async function byTokenOrIdentifier(line: string): Promise<string | undefined> {
    return (await byToken(nameOf(line))) ?? (await byIdentifier(line));
  }

  /** Only what carries the token is taken: some servers ignore a parameter that they do not know. */
  async function byToken(name: string): Promise<string | undefined> {
    const found = await search(client, given.queryOf(name));
    return found.find((resource) => given.hasToken(resource, name))?.id;
  }

  async function byIdentifier(line: string): Promise<string | undefined> {
    const ours = JSON.parse(line) as object;
    const [identifier] = identifiersOf(ours);
    if (identifier === undefined) return undefined;
    const query = `${typeOf(nameOf(line))}?identifier=${encodeURIComponent(identifier)}`;
    return (await search(client, query)).find((resource) => isSameOne(resource, ours))?.id;
  }

  /** Undefined where nothing is known to be there that could be looked for. */
  async function whetherTagsAreSearched(): Promise<boolean | undefined> {
    const { latest } = given.ids;
    const found = await inTime(client, () => (latest === undefined ? NOTHING : byToken(latest)), isFound);
    return latest === undefined ? undefined : found !== undefined;
  }
}

const isFound = (id: string | undefined): boolean => id !== undefined;
const NOTHING: Promise<undefined> = Promise.resolve(undefined);

interface Found {
  readonly entry?: readonly {
    readonly resource?: { readonly resourceType?: string; readonly id?: string };
  }[];
}

async function search(client: SeedClient, query: string): Promise<{ readonly id?: string }[]> {
  const { status, body } = await client.request('GET', query);
  if (status !== 200) return [];
  return ((body as Found | undefined)?.entry ?? []).flatMap(({ resource }) => resource ?? []);
}

const cannotTell = (name: string): SeedError =>
  new SeedError(
    `Det går inte att veta om systemet har ${name}: när laddningen stoppades fick den inget svar, och systemet hittar inte ` +
      'resurser på meta.tag. Töm systemet och ladda om, så att inget kommer dit två gånger.',
  );
