import type { Bundle, BundleEntry, CapabilityStatement, Resource, ResourceType } from '@medplum/fhirtypes';
import type { SystemProfile } from '../../profile.ts';
import { boastingStatement, outcomeOf } from '../../testing/plain-server.ts';
import { type JsonReply, type Received, type Reply, startSmallServer } from '../../testing/small-server.ts';
import type { Habits, Manner } from './manner.ts';
import { PARAMETERS, SmallStore } from './small-store.ts';

/** A small FHIR R4 server on 127.0.0.1 with some manners. */
export interface MannerServer {
  readonly base: string;
  /** How a user describes it. */
  readonly profile: SystemProfile;
  /** What is kept in it, to look at and to put things into. */
  readonly store: SmallStore;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** It stores and searches, and does nothing by itself; `workflows` are claimed all the same, for a test to play. */
export async function startMannerServer(
  manners: readonly Manner[],
  { workflows }: Pick<SystemProfile, 'workflows'> = {},
): Promise<MannerServer> {
  const store = new SmallStore();
  let answer: (request: Received) => Reply = () => 'hang-up';
  const server = await startSmallServer((request) => answer(request));
  const base = `${server.address}/fhir`;
  const habits = manners.map(({ of }) => of(base));
  answer = answering(base, store, habits);
  return {
    base,
    profile: Object.assign(
      { name: 'litet', environment: 'test', fhir: base, signIn: { method: 'none' }, workflows },
      ...habits.map(({ profile }) => profile),
    ),
    store,
    received: server.received,
    close: () => server.close(),
  };
}

function answering(base: string, store: SmallStore, habits: readonly Habits[]): (request: Received) => Reply {
  const plain = new PlainServer(base, store, habits);
  return (request) => {
    for (const { instead } of habits) {
      const early = instead?.(request, store);
      if (early !== undefined) return early;
    }
    return habits.reduce<Reply>(
      (reply, { says }) => (says !== undefined && isJson(reply) ? says(reply, request) : reply),
      plain.answer(request),
    );
  };
}

const isJson = (reply: Reply): reply is JsonReply => typeof reply === 'object' && 'json' in reply;

/** FHIR's interactions as the specification has them. */
class PlainServer {
  readonly #base: string;
  readonly #store: SmallStore;
  readonly #habits: readonly Habits[];
  readonly #pageSize: number;

  constructor(base: string, store: SmallStore, habits: readonly Habits[]) {
    this.#base = base;
    this.#store = store;
    this.#habits = habits;
    this.#pageSize = Math.min(50, ...habits.map(({ pageSize = 50 }) => pageSize));
  }

  answer(request: Received): JsonReply {
    const { pathname, searchParams } = new URL(request.url, this.#base);
    const [, , type = '', id] = pathname.split('/');
    if (type === 'metadata') return { json: this.#statement() };
    if (type === '' && request.method === 'POST') return this.#transaction(request);
    if (type === '') return { status: 404, json: outcomeOf('Här finns inget.') };
    if (id === undefined) {
      return request.method === 'POST'
        ? this.#create(JSON.parse(request.body), request.headers['if-none-exist'])
        : this.#search(type as ResourceType, searchParams, request);
    }
    const reference = `${type}/${id}`;
    if (request.method === 'PUT') return this.#update(reference, request);
    const there = this.#store.read(reference);
    if (there === undefined) return { status: 404, json: outcomeOf(`${reference} finns inte.`) };
    if (request.method !== 'DELETE') return { json: there, headers: { etag: this.#etag(there) } };
    this.#store.remove(reference);
    return { status: 204, json: undefined };
  }

  #statement(): CapabilityStatement {
    const { instantiates: _, ...boasting } = boastingStatement();
    const [server] = boasting.rest ?? [];
    const plain: CapabilityStatement = {
      ...boasting,
      software: { name: 'Litet', version: '1' },
      rest: server === undefined ? [] : [{ ...server, operation: [] }],
    };
    return this.#habits.reduce((statement, { claims }) => claims?.(statement) ?? statement, plain);
  }

  #create(resource: Resource, ifNoneExist?: string | string[]): JsonReply {
    const conditional = this.#habits.every(({ knowsConditionalCreate = true }) => knowsConditionalCreate);
    const there =
      ifNoneExist === undefined || !conditional
        ? []
        : this.#find(resource.resourceType, new URLSearchParams(String(ifNoneExist)));
    if (there.length > 1) return { status: 412, json: outcomeOf('Flera finns redan.') };
    const [only] = there;
    if (only !== undefined) return this.#written(200, only);
    const kept = this.#kept(resource);
    return this.#written(
      201,
      kept === undefined ? { ...resource, id: '0', meta: { versionId: '1' } } : this.#store.create(kept),
    );
  }

  #update(reference: string, { body, headers }: Received): JsonReply {
    const there = this.#store.read(reference);
    const asked = headers['if-match'];
    if (asked !== undefined && (there === undefined || asked !== this.#etag(there))) {
      return { status: 412, json: outcomeOf('Någon annan har ändrat.') };
    }
    const resource: Resource = JSON.parse(body);
    const kept = this.#kept(resource);
    return this.#written(200, kept === undefined ? (there ?? resource) : this.#store.update(kept));
  }

  #kept(resource: Resource): Resource | undefined {
    return this.#habits.reduce<Resource | undefined>(
      (kept, { keeps }) => (kept === undefined || keeps === undefined ? kept : keeps(kept)),
      resource,
    );
  }

  #written(status: number, resource: Resource): JsonReply {
    const { resourceType, id, meta } = resource;
    return {
      status,
      json: resource,
      headers: {
        location: this.#told(`${this.#base}/${resourceType}/${id}/_history/${meta?.versionId}`),
        etag: this.#etag(resource),
      },
    };
  }

  #search(type: ResourceType, asked: URLSearchParams, request: Received): JsonReply {
    const offset = Number(asked.get('_page') ?? 0);
    asked.delete('_page');
    const query = new URLSearchParams([...asked].filter(([name]) => PARAMETERS.has(name)));
    const applied = this.#habits.reduce((left, { understands }) => understands?.(left) ?? left, query);
    const found = this.#store.search(type, applied);
    const matches = found.slice(offset, offset + this.#pageSize);
    const more = offset + this.#pageSize < found.length;
    const [, element = ''] = (applied.get('_include') ?? '').split(':');
    const included = this.#store.pointedAt(matches, element);
    const self = `${this.#base}/${type}?${this.#habits.some(({ saysItUnderstood }) => saysItUnderstood) ? query : applied}`;
    const page: Bundle = {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      link: [
        { relation: 'self', url: self },
        ...(more ? [{ relation: 'next', url: this.#next(`${self}&_page=${offset + this.#pageSize}`) }] : []),
      ],
      entry: [...matches.map(entryAs('match', this.#base)), ...included.map(entryAs('include', this.#base))],
    };
    return { json: this.#habits.reduce((left, { lists }) => lists?.(left, request) ?? left, page) };
  }

  /** What the condition of a create finds. */
  #find(type: ResourceType, condition: URLSearchParams): readonly Resource[] {
    const careless = this.#habits.find(({ inConditionsToo }) => inConditionsToo);
    return careless?.understands === undefined
      ? this.#store.search(type, condition)
      : this.#store.search(type, careless.understands(condition)).slice(0, 1);
  }

  /** Creates and updates only; references between what is new are followed. */
  #transaction({ body }: Received): JsonReply {
    const { entry = [] } = JSON.parse(body) as Bundle;
    const made = new Map<string, string>();
    const answers = entry.map(({ fullUrl, resource, request }): BundleEntry => {
      if (resource === undefined) return { response: { status: '400 Bad Request' } };
      const text = [...made].reduce(
        (left, [from, to]) => left.replaceAll(from, to),
        JSON.stringify(resource),
      );
      const written: Resource = JSON.parse(text);
      const { status = 200, json } =
        request?.method === 'PUT'
          ? this.#written(200, this.#store.update(written))
          : this.#create(written, request?.ifNoneExist);
      const { resourceType, id } = json as Resource;
      if (fullUrl !== undefined) made.set(fullUrl, `${resourceType}/${id}`);
      return { response: { status: `${status} OK`, location: `${resourceType}/${id}` } };
    });
    return { json: { resourceType: 'Bundle', type: 'transaction-response', entry: answers } };
  }

  #told(absolute: string): string {
    return this.#habits.reduce((left, { address }) => address?.(left) ?? left, absolute);
  }

  #next(absolute: string): string {
    return this.#habits.reduce((left, { next }) => next?.(left) ?? left, this.#told(absolute));
  }

  #etag({ meta }: Resource): string {
    const version = meta?.versionId ?? '';
    return this.#habits.find(({ etag }) => etag !== undefined)?.etag?.(version) ?? `W/"${version}"`;
  }
}

const entryAs =
  (mode: 'match' | 'include', base: string) =>
  (resource: Resource): BundleEntry => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  });
