import type { Bundle, CapabilityStatement, Resource, ResourceType } from '@medplum/fhirtypes';
import { FHIR } from './areas.ts';
import type { Received, Reply } from './small-server.ts';

/** A statement that claims everything any step needs, workflows included. */
export function boastingStatement({ conditionalCreate = true } = {}): CapabilityStatement {
  const needs = FHIR.everyNeeds;
  const types = new Set<ResourceType>([
    'Patient',
    'Organization',
    ...needs.flatMap(({ interactions = [] }) => interactions.map(([, type]) => type)),
    ...needs.flatMap(({ searches = [] }) => searches.map(([type]) => type)),
  ]);
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-01',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    software: { name: 'Skrytet', version: '1' },
    instantiates: needs
      .flatMap(({ workflows = [] }) => workflows)
      .map((name) => `urn:genrep:workflow:${name}`),
    rest: [
      {
        mode: 'server',
        operation: [
          { name: 'print', definition: 'urn:print' },
          { name: 'everything', definition: 'urn:everything' },
        ],
        resource: [...types].map((type) => ({
          type,
          conditionalCreate,
          interaction: [{ code: 'read' }, { code: 'create' }, { code: 'update' }, { code: 'search-type' }],
          searchParam: needs
            .flatMap(({ searches = [] }) => searches)
            .filter(([searched]) => searched === type)
            .flatMap(([, ...names]) => names)
            .map((name) => ({ name, type: 'token' })),
        })),
      },
    ],
  };
}

export const bundleOf = (resources: readonly Resource[], next?: string): Resource => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(next === undefined ? {} : { link: [{ relation: 'next', url: next }] }),
  entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
});

export const outcomeOf = (text: string): Resource => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'business-rule', details: { text } }],
});

/** A list that says what it was searched by. */
export function honestly(reply: Reply, { url }: Received): Reply {
  if (typeof reply !== 'object' || !('json' in reply)) return reply;
  const bundle = reply.json as Partial<Bundle> | undefined;
  if (bundle?.resourceType !== 'Bundle' || bundle.link?.some(({ relation }) => relation === 'self'))
    return reply;
  return { ...reply, json: { ...bundle, link: [{ relation: 'self', url }, ...(bundle.link ?? [])] } };
}

/** Says what it is, knows whoever is asked for as Patient/1 and any unit as Organization/1; the rest is the test's. */
export const plainly =
  (answer: (request: Received) => Reply, claims: { readonly conditionalCreate?: boolean } = {}) =>
  (request: Received): Reply => {
    const { method, address } = request;
    if (address.endsWith('/metadata')) return { json: boastingStatement(claims) };
    const known = /\/fhir\/(Patient|Organization)(\?identifier|$)/.exec(address)?.[1];
    if (known === undefined) return honestly(answer(request), request);
    const [system, value] = address.split('?identifier=')[1]?.split('|') ?? [];
    const resource = { resourceType: known, id: '1', identifier: [{ system, value }] } as Resource;
    return method === 'POST'
      ? { status: 201, json: undefined, headers: { location: `${known}/1` } }
      : honestly({ json: bundleOf([resource]) }, request);
  };
