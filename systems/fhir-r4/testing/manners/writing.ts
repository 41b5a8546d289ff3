import type { Resource } from '@medplum/fhirtypes';
import { outcomeOf } from '../../../testing/plain-server.ts';
import type { Habits, Manner } from '../manner.ts';

/** A time with a zone, as the same moment in UTC and without fractions. */
const inUtc = (text: string): string =>
  /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text)
    ? new Date(text).toISOString().replace('Z', '+00:00')
    : text;

const mapTexts = (value: unknown, change: (text: string) => string): unknown =>
  typeof value === 'string'
    ? change(value)
    : Array.isArray(value)
      ? value.map((each) => mapTexts(each, change))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]))
        : value;

const without =
  (name: string) =>
  (query: URLSearchParams): URLSearchParams =>
    new URLSearchParams([...query].filter(([each]) => each !== name));

const isCreate = (method: string, url: string): boolean => method === 'POST' && !url.includes('?');

/** That a server takes transactions. */
const takingTransactions: Habits['claims'] = (statement) => ({
  ...statement,
  rest: statement.rest?.map((rest) => ({ ...rest, interaction: [{ code: 'transaction' }] })),
});

export const writing: readonly Manner[] = [
  {
    name: 'transactions',
    is: 'right',
    concerns: 'writing',
    does: 'takes transactions',
    source: 'FHIR R4, http.html#transaction',
    of: () => ({ claims: takingTransactions }),
  },
  {
    name: 'status-as-number',
    is: 'right',
    concerns: 'writing',
    does: 'takes transactions, and writes the status of each entry as a number',
    source: 'servers that put the HTTP status there as they have it; R4 says string',
    of: () => ({
      claims: takingTransactions,
      says: (reply) => ({
        ...reply,
        json:
          reply.json &&
          JSON.parse(JSON.stringify(reply.json), (key, value) =>
            key === 'status' && /^\d{3} /.test(value) ? Number.parseInt(value, 10) : value,
          ),
      }),
    }),
  },
  {
    name: 'times-in-utc',
    is: 'right',
    concerns: 'times',
    does: 'gives times back in UTC, whatever zone they were written in',
    source: 'FHIR R4, datatypes.html#dateTime: the same moment; Microsoft and Google store so',
    of: () => ({ keeps: (resource) => mapTexts(resource, inUtc) as Resource }),
  },
  {
    name: 'tags-dropped',
    is: 'right',
    concerns: 'writing',
    does: 'does not keep meta.tag',
    settles: 'never',
    source: 'FHIR R4, resource.html#Meta: a server may leave tags out',
    met: 'finds a write again by all that it said; what was under way when a run was cut off is _unknown_',
    of: () => ({
      keeps: ({ meta: { tag: _, ...meta } = {}, ...resource }) => ({ ...resource, meta }) as Resource,
    }),
  },
  {
    name: 'conditional-unknown',
    is: 'right',
    concerns: 'writing',
    does: 'knows no conditional create, and says so in its CapabilityStatement',
    settles: 'when-found',
    source: 'FHIR R4, CapabilityStatement.rest.resource.conditionalCreate',
    met: 'looks before it makes, and of several takes the lowest id',
    of: () => ({
      knowsConditionalCreate: false,
      claims: (statement) => ({
        ...statement,
        rest: statement.rest?.map((rest) => ({
          ...rest,
          resource: rest.resource?.map((each) => ({ ...each, conditionalCreate: false })),
        })),
      }),
    }),
  },
  {
    name: 'conflict-when-second',
    is: 'right',
    concerns: 'writing',
    does: 'answers 409 to the second of two who create the same at once',
    source: 'HAPI FHIR 8.8: HAPI-0825 to the loser of two conditional creates',
    met: 'looks, and tries again',
    of: () => {
      const lost = new Set<string>();
      return {
        instead({ method, headers, body }, store) {
          const condition = String(headers['if-none-exist'] ?? '');
          if (method !== 'POST' || !condition.startsWith('identifier=') || lost.has(condition)) return;
          lost.add(condition);
          store.create(JSON.parse(body));
          return { status: 409, json: outcomeOf('The operation has failed with a client-assigned ID') };
        },
      };
    },
  },
  {
    name: 'conditional-ignored',
    is: 'wrong',
    concerns: 'writing',
    does: 'says that it knows conditional create, and creates all the same',
    source: 'servers that ignore If-None-Exist',
    met: 'looks for people and units before it makes them (not under load)',
    of: () => ({ knowsConditionalCreate: false }),
  },
  {
    name: 'tag-not-searched',
    is: 'wrong',
    concerns: 'writing',
    does: 'leaves _tag out of a search, and says so in the self link',
    source: 'FHIR R4, search.html#errors: a server may ignore what it does not know',
    met: 'believes what carries the token and is of the patient and kind; a write that was not answered is _unknown_',
    of: () => ({ understands: without('_tag') }),
  },
  {
    name: 'tag-ignored',
    is: 'wrong',
    concerns: 'writing',
    does: 'leaves _tag out of a search, and says that it did not',
    source: 'servers whose self link is the address that was asked',
    met: 'the same',
    of: () => ({ understands: without('_tag'), saysItUnderstood: true }),
  },
  {
    name: 'tag-ignored-everywhere',
    is: 'wrong',
    concerns: 'writing',
    does: 'leaves _tag out of searches and of the condition of a create, and says that it did not',
    source: 'FHIR R4, search.html#errors, by servers that search for the condition too',
    met: 'fails the step: what the server says is there already is another’s',
    of: () => ({ understands: without('_tag'), saysItUnderstood: true, inConditionsToo: true }),
  },
  {
    name: 'identifier-ignored',
    is: 'wrong',
    concerns: 'people',
    does: 'leaves identifier out of a search, and so finds a stranger',
    source: 'FHIR R4, search.html#errors: a server may ignore what it does not know',
    met: 'writes nothing: whoever came was not the one who was meant',
    of: () => ({ understands: without('identifier'), saysItUnderstood: true, inConditionsToo: true }),
  },
  {
    name: 'put-not-done',
    is: 'wrong',
    concerns: 'writing',
    does: 'answers 200 to a change, and changes nothing',
    source: 'caches in front of a server; queues that lose what they took',
    met: 'reads back, and fails the step',
    of: () => ({
      keeps: (resource) => (resource.id === undefined ? resource : undefined),
    }),
  },
  {
    name: 'put-echoed',
    is: 'wrong',
    concerns: 'writing',
    does: 'answers a change with what was sent, as a new version, and changes nothing',
    source: 'queues that lose what they took',
    met: 'the same',
    of: () => ({
      keeps: (resource) => (resource.id === undefined ? resource : undefined),
      says: (reply, { method, body }) =>
        method === 'PUT'
          ? { ...reply, json: JSON.parse(body), headers: { ...reply.headers, etag: 'W/"4711"' } }
          : reply,
    }),
  },
  {
    name: 'create-not-done',
    is: 'wrong',
    concerns: 'writing',
    does: 'answers 201 to a create, and keeps nothing but people and units',
    source: 'queues that lose what they took',
    met: 'the same',
    of: () => ({
      keeps: (resource) =>
        ['Patient', 'Organization'].includes(resource.resourceType) || resource.id !== undefined
          ? resource
          : undefined,
    }),
  },
  {
    name: 'no-with-200',
    is: 'wrong',
    concerns: 'writing',
    does: 'answers a write with 200 and an OperationOutcome that says error',
    source: 'integration engines that turn every status into 200',
    met: 'takes no such yes: the system could not do its part (exit code 4)',
    of: () => ({
      instead: ({ method, url }) =>
        method === 'PUT' || (isCreate(method, url) && !/\/(Patient|Organization)$/.test(url))
          ? { status: 200, json: outcomeOf('Det gick inte att spara.') }
          : undefined,
    }),
  },
  {
    name: 'delete-hides',
    is: 'wrong',
    concerns: 'writing',
    does: 'answers yes to a delete, and only hides it from its lists',
    source: 'servers that mark as deleted and still answer a read',
    met: '`genrep clean` reads what it removed, and tells what is left',
    of: () => {
      const hidden = new Set<string>();
      return {
        instead({ method, url }) {
          if (method !== 'DELETE') return;
          hidden.add(url.split('/').slice(-2).join('/'));
          return { status: 204, json: undefined };
        },
        lists: (page) => ({
          ...page,
          total: undefined,
          entry: page.entry?.filter(
            ({ resource }) => !hidden.has(`${resource?.resourceType}/${resource?.id}`),
          ),
        }),
      };
    },
  },
  {
    name: 'refuses-everything-busy',
    is: 'wrong',
    concerns: 'writing',
    does: 'refuses every write but of people and units with 429, and does not say when to come back',
    source: 'gateways with a quota',
    met: 'waits, and then _unknown_: that is no refusal of an attempt',
    of: () => ({
      instead: ({ method, url }) =>
        (method === 'POST' || method === 'PUT') && !/\/(Patient|Organization)$/.test(url)
          ? { status: 429, json: outcomeOf('Too many requests') }
          : undefined,
    }),
  },
];
