import type { Bundle, BundleLink, CapabilityStatement, Resource } from '@medplum/fhirtypes';
import { Agent, request } from 'undici';
import type { SystemProfile } from '../../profile.ts';
import {
  type JsonReply,
  type Received,
  type Reply,
  type SmallServer,
  startSmallServer,
} from '../../testing/small-server.ts';
import type { Habits, Manner } from './manner.ts';
import { SmallStore } from './small-store.ts';

/** A whole server, as it is met through something that gives it manners. */
export interface MannerProxy {
  readonly base: string;
  /** What the profile must tell of such a server. */
  readonly profile: Partial<SystemProfile>;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Stands before a FHIR server, which does and knows all that it does and knows, and is met with these manners. */
export async function startMannerProxy(behind: string, manners: readonly Manner[]): Promise<MannerProxy> {
  let answer: (request: Received) => Promise<Reply> = async () => 'hang-up';
  const server: SmallServer = await startSmallServer((request) => answer(request));
  const base = `${server.address}/fhir`;
  const habits = manners.map(({ of }) => of(base));
  const agent = new Agent();
  const proxy = new Proxied({ base, behind, habits, agent });
  answer = (request) => proxy.answer(request);
  return {
    base,
    profile: Object.assign({}, ...habits.map(({ profile }) => profile)),
    received: server.received,
    async close() {
      await server.close();
      await agent.close();
    },
  };
}

/** What an answer of the server behind tells that is passed on. */
const PASSED_BACK = ['location', 'etag', 'retry-after', 'www-authenticate', 'content-type'];
const PASSED_ON = ['authorization', 'content-type', 'accept', 'prefer', 'if-none-exist', 'cache-control'];

interface Parts {
  readonly base: string;
  readonly behind: string;
  readonly habits: readonly Habits[];
  readonly agent: Agent;
}

class Proxied {
  readonly #parts: Parts;
  /** The ETags that were given out in another form, by that form. */
  readonly #etags = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async answer(request: Received): Promise<Reply> {
    const { habits } = this.#parts;
    for (const { instead } of habits) {
      const aside = new SmallStore();
      const early = instead?.(request, aside);
      for (const { id: _, ...each } of aside.all) {
        const unconditional = { ...request.headers, 'if-none-exist': undefined };
        await this.#ask({ ...request, headers: unconditional, body: JSON.stringify(each) });
      }
      if (early !== undefined) return early;
    }
    const plain = await this.#plain(request);
    return habits.reduce<Reply>(
      (reply, { says }) =>
        says !== undefined && typeof reply === 'object' && 'json' in reply ? says(reply, request) : reply,
      plain,
    );
  }

  async #plain(request: Received): Promise<JsonReply> {
    const { pathname, searchParams } = new URL(request.url, this.#parts.base);
    const [, , type = '', id] = pathname.split('/');
    if (type === 'metadata') return this.#statement(request);
    if (request.method === 'POST' && id === undefined && type !== '') return this.#create(request);
    if (request.method === 'PUT') return this.#update(request);
    if (request.method === 'GET' && type !== '' && id === undefined) {
      return this.#search(type, searchParams, request);
    }
    return this.#ask(request);
  }

  async #statement(request: Received): Promise<JsonReply> {
    const reply = await this.#ask(request);
    const claimed = this.#parts.habits.reduce(
      (statement, { claims }) => claims?.(statement) ?? statement,
      reply.json as CapabilityStatement,
    );
    return { ...reply, json: claimed };
  }

  async #create(request: Received): Promise<JsonReply> {
    const { habits, base } = this.#parts;
    const { 'if-none-exist': condition, ...headers } = request.headers;
    const resource: Resource = JSON.parse(request.body);
    const careless = habits.find(({ inConditionsToo }) => inConditionsToo);
    if (condition !== undefined && careless?.understands !== undefined) {
      const query = careless.understands(new URLSearchParams(String(condition)));
      const url = `/fhir/${resource.resourceType}?${query}`;
      const found = (await this.#ask({ ...request, method: 'GET', url, headers, body: '' })).json as Bundle;
      const first = found.entry?.[0]?.resource;
      if (first !== undefined) {
        const location = this.#told(`${base}/${first.resourceType}/${first.id}`);
        return { status: 200, json: first, headers: { location } };
      }
    }
    const kept = this.#kept(resource);
    if (kept === undefined) {
      const location = this.#told(`${base}/${resource.resourceType}/0`);
      return { status: 201, json: { ...resource, id: '0', meta: { versionId: '1' } }, headers: { location } };
    }
    const conditional = habits.every(({ knowsConditionalCreate = true }) => knowsConditionalCreate);
    return this.#ask({
      ...request,
      headers: conditional ? request.headers : headers,
      body: JSON.stringify(kept),
    });
  }

  async #update(request: Received): Promise<JsonReply> {
    const kept = this.#kept(JSON.parse(request.body));
    return kept === undefined
      ? this.#ask({ ...request, method: 'GET', body: '' })
      : this.#ask({ ...request, body: JSON.stringify(kept) });
  }

  async #search(type: string, asked: URLSearchParams, request: Received): Promise<JsonReply> {
    const { habits, base } = this.#parts;
    const applied = habits.reduce((left, { understands }) => understands?.(left) ?? left, asked);
    const sizes = habits.flatMap(({ pageSize }) => pageSize ?? []);
    const cut = sizes.length > 0 && !applied.has('_count') ? `&_count=${Math.min(...sizes)}` : '';
    const query = `${applied}${cut}`.replace('_page=', '_offset=');
    const reply = await this.#ask({ ...request, url: `/fhir/${type}?${query}` });
    const page = reply.json as Bundle;
    if (page.resourceType !== 'Bundle') return reply;
    const boasts = habits.some(({ saysItUnderstood }) => saysItUnderstood);
    const told = (link: BundleLink): BundleLink => {
      const url = link.url ?? '';
      if (link.relation === 'self') return boasts ? { ...link, url: `${base}/${type}?${asked}` } : link;
      return link.relation === 'next'
        ? { ...link, url: this.#next(url.replace('_offset=', '_page=')) }
        : link;
    };
    const whole: Bundle = { ...page, link: page.link?.map(told) };
    return {
      ...reply,
      json: habits.reduce((left, { lists }) => lists?.(left, request) ?? left, whole),
    };
  }

  /** What the server behind says, by this one's addresses. */
  async #ask({ method, url, headers, body }: Received): Promise<JsonReply> {
    const { base, behind, agent } = this.#parts;
    const named = PASSED_ON.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)] as const];
    });
    const ifMatch = headers['if-match'] === undefined ? undefined : String(headers['if-match']);
    const response = await request(`${behind}${url.slice('/fhir'.length)}`, {
      method: method as 'GET',
      headers: {
        ...Object.fromEntries(named),
        ...(ifMatch === undefined ? {} : { 'if-match': this.#etags.get(ifMatch) ?? ifMatch }),
      },
      body: method === 'GET' || method === 'DELETE' ? null : body.replaceAll(base, behind),
      dispatcher: agent,
    });
    const text = (await response.body.text()).replaceAll(behind, base);
    const back: Record<string, string> = {};
    for (const name of PASSED_BACK) {
      const value = response.headers[name];
      if (value !== undefined) back[name] = String(value).replaceAll(behind, base);
    }
    if (back.location !== undefined) back.location = this.#told(back.location);
    if (back.etag !== undefined) back.etag = this.#etag(back.etag);
    return {
      status: response.statusCode,
      json: text === '' ? undefined : JSON.parse(text),
      headers: back,
    };
  }

  #kept(resource: Resource): Resource | undefined {
    return this.#parts.habits.reduce<Resource | undefined>(
      (kept, { keeps }) => (kept === undefined || keeps === undefined ? kept : keeps(kept)),
      resource,
    );
  }

  #told(absolute: string): string {
    return this.#parts.habits.reduce((left, { address }) => address?.(left) ?? left, absolute);
  }

  #next(absolute: string): string {
    return this.#parts.habits.reduce((left, { next }) => next?.(left) ?? left, this.#told(absolute));
  }

  #etag(theirs: string): string {
    const form = this.#parts.habits.find(({ etag }) => etag !== undefined)?.etag;
    if (form === undefined) return theirs;
    const own = form(theirs.replaceAll(/^W\/|"/g, ''));
    this.#etags.set(own, theirs);
    return own;
  }
}
