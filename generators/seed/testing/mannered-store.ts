import type { SeedClient, SeedResponse } from '../seed-client.ts';

/** How a server differs from what loading hopes for; each is allowed, or has been met. */
export interface Manners {
  /** Honours the whole condition, ignores the header, or answers with the first of the type whatever was asked. */
  readonly conditionalCreate?: 'honoured' | 'ignored' | 'anything matches';
  readonly tags?: 'searched' | 'not searched' | 'dropped';
  readonly identifiers?: 'searched' | 'ignored';
  /** Says where a resource came to lie. */
  readonly location?: boolean;
  readonly status?: 'text' | 'number';
  /** Gives times back in UTC. */
  readonly utc?: boolean;
  /** Takes ids as they are. */
  readonly ownIds?: boolean;
  readonly transactions?: boolean;
  /** A list shows only what was written before the last so many pauses of the one who asks. */
  readonly lagging?: boolean;
  /** The answer to the n-th request instead of its own, which is not done. */
  readonly instead?: Readonly<Record<number, Pick<SeedResponse, 'status' | 'headers'>>>;
  /** Answers nothing from the n-th write on; that one is done. */
  readonly silentFrom?: number;
}

export interface Stored {
  readonly resourceType: string;
  readonly id: string;
  readonly identifier?: readonly { readonly system: string; readonly value: string }[];
  readonly meta?: { readonly tag?: readonly { readonly system: string; readonly code: string }[] };
}

interface Entry {
  readonly resource: Stored;
  readonly request: { readonly method: string; readonly url: string; readonly ifNoneExist?: string };
}

/** What a server holds, whatever manners it has for the moment. */
export class ManneredStore {
  readonly resources: Stored[] = [];
  readonly pauses: number[] = [];
  private indexed = 0;

  of(type: string): readonly Stored[] {
    return this.resources.filter(({ resourceType }) => resourceType === type);
  }

  /** A way to the server while it has these manners. */
  with(manners: Manners): SeedClient {
    let requests = 0;
    let writes = 0;
    return {
      pause: async (milliseconds) => {
        this.pauses.push(milliseconds);
        this.indexed = this.resources.length;
      },
      request: async (method, path, body, headers = {}) => {
        const instead = manners.instead?.[++requests];
        if (instead !== undefined) return { ...instead, body: undefined };
        if (method === 'GET') return this.read(path, manners);
        writes++;
        const answer = this.write(method, path, JSON.parse(body ?? ''), headers['if-none-exist'], manners);
        if (writes >= (manners.silentFrom ?? Number.POSITIVE_INFINITY)) throw new Error('No answer came.');
        return answer;
      },
    };
  }

  private read(path: string, manners: Manners): SeedResponse {
    if (path === 'metadata') return { status: 200, body: statementOf(manners) };
    const [type = '', id] = path.split(/[/?]/);
    if (!path.includes('?')) {
      const found = this.of(type).find((each) => each.id === id);
      return found === undefined
        ? { status: 404, body: undefined }
        : { status: 200, body: shown(found, manners) };
    }
    if (path.endsWith('_summary=count')) return { status: 200, body: { total: this.of(type).length } };
    const known = manners.lagging ? this.resources.slice(0, this.indexed) : this.resources;
    const entry = matching(known, type, decodeURIComponent(path.slice(path.indexOf('?') + 1)), manners);
    return {
      status: 200,
      body: { entry: entry.map((resource) => ({ resource: shown(resource, manners) })) },
    };
  }

  private write(
    method: string,
    path: string,
    body: Stored | { readonly entry: readonly Entry[] },
    ifNoneExist: string | undefined,
    manners: Manners,
  ): SeedResponse {
    if (!('entry' in body)) {
      const { status, location } = this.store(method, path, body, ifNoneExist, manners);
      return { status, headers: { location }, body: undefined };
    }
    const entry = body.entry.map(({ resource, request }) => {
      const { status, location } = this.store(
        request.method,
        request.url,
        resource,
        request.ifNoneExist,
        manners,
      );
      return { response: { status: manners.status === 'number' ? status : `${status}`, location } };
    });
    return { status: 200, body: { resourceType: 'Bundle', entry } };
  }

  private store(
    method: string,
    url: string,
    resource: Stored,
    ifNoneExist: string | undefined,
    manners: Manners,
  ): { readonly status: number; readonly location: string | undefined } {
    const where = (id: string) =>
      manners.location === false ? undefined : `http://here/fhir/${resource.resourceType}/${id}/_history/1`;
    if (method === 'PUT') {
      const index = this.resources.findIndex(({ resourceType, id }) => `${resourceType}/${id}` === url);
      if (index === -1) this.resources.push(resource);
      else this.resources[index] = resource;
      return { status: index === -1 ? 201 : 200, location: where(resource.id) };
    }
    const same = this.matchesOf(resource.resourceType, ifNoneExist, manners);
    if (same !== undefined) return { status: 200, location: where(same.id) };
    const id = `${this.resources.length + 1}`;
    this.resources.push({
      ...resource,
      id,
      ...(manners.tags === 'dropped' ? { meta: { versionId: '1' } } : {}),
    } as Stored);
    return { status: 201, location: where(id) };
  }

  private matchesOf(type: string, ifNoneExist: string | undefined, manners: Manners): Stored | undefined {
    const { conditionalCreate = 'honoured' } = manners;
    if (ifNoneExist === undefined || conditionalCreate === 'ignored') return undefined;
    return conditionalCreate === 'anything matches'
      ? this.of(type)[0]
      : matching(this.resources, type, ifNoneExist, manners)[0];
  }
}

/** A parameter that the server does not search by is ignored, as lenient servers do: everything matches. */
function matching(all: readonly Stored[], type: string, query: string, manners: Manners): readonly Stored[] {
  const [, name, value = ''] = /^(_tag|identifier)=(.*)$/.exec(query) ?? [];
  const [system, code] = value.split('|');
  const ignored =
    name === '_tag'
      ? manners.tags !== undefined && manners.tags !== 'searched'
      : manners.identifiers === 'ignored';
  return all.filter(({ resourceType, meta, identifier }) => {
    if (resourceType !== type) return false;
    if (ignored) return true;
    return name === '_tag'
      ? meta?.tag?.some((tag) => tag.system === system && tag.code === code)
      : identifier?.some((each) => each.system === system && each.value === code);
  });
}

const shown = (resource: Stored, { utc }: Manners): unknown =>
  JSON.parse(JSON.stringify(resource), (_key, value) =>
    utc && typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      ? new Date(value).toISOString()
      : value,
  );

const statementOf = ({ transactions = true, ownIds = false }: Manners): unknown => ({
  rest: [
    {
      interaction: transactions ? [{ code: 'transaction' }] : [],
      resource: [{ type: 'Patient', updateCreate: ownIds }],
    },
  ],
});
