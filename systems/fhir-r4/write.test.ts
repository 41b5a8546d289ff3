import { afterEach, describe, expect, it } from 'vitest';
import type { CareSystem, TaskOutcome } from '../care-system.ts';
import { FHIR_AREAS } from '../testing/areas.ts';
import { bundleOf, outcomeOf, plainly } from '../testing/plain-server.ts';
import { type Received, type Reply, type SmallServer, startSmallServer } from '../testing/small-server.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import { createFhirDriver } from './driver.ts';
import type { FhirArea } from './handler.ts';
import { createUndiciTransport } from './transports/undici.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function connected(
  answer: (request: Received) => Reply,
  answerTimeout = 10_000,
  areas: readonly FhirArea[] = FHIR_AREAS,
): Promise<{ system: CareSystem; server: SmallServer }> {
  const server = await startSmallServer(plainly(answer));
  const system = createFhirDriver({
    areas,
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: `${server.address}/fhir`,
      signIn: { method: 'none' },
    },
    transport: createUndiciTransport(),
    clock: { now: () => 1_800_000_000_000, pause: async () => undefined },
    answerTimeout,
  });
  opened.push(system, server);
  await system.connect();
  return { system, server };
}

const ARRIVAL = { type: 'task', kind: 'register-arrival', reason: 'Bröstsmärta', as: 'besöket' } as const;
const TRIAGE = { type: 'task', kind: 'triage', colour: 'orange' } as const;
const arrived = stepOf({ bound: new Map([boundTo('besöket', ARRIVAL, { reference: 'Encounter/7' })]) });
/** What a step of the flow left: with its token as it is written. */
const OWN = ['run/f-1/1'];
const encounter = (versionId: string, tags: readonly string[] = []) => ({
  resourceType: 'Encounter' as const,
  id: '7',
  meta: { versionId, tag: tags.map((code) => ({ system: 'urn:genrep:token', code })) },
  status: 'arrived' as const,
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER' },
  subject: { reference: 'Patient/1' },
});

/** A server that keeps Encounter/7 as it was last written, version by version; `says` may answer instead. */
function keepingEncounter(
  says: (request: Received, puts: number) => Reply | undefined = () => undefined,
  tags: readonly string[] = [],
) {
  let version = 5;
  let kept: object = encounter('5', tags);
  let puts = 0;
  return (request: Received): Reply => {
    if (request.method === 'PUT') puts += 1;
    const instead = says(request, puts);
    if (instead !== undefined) return instead;
    if (request.method !== 'PUT') return { json: kept };
    version += 1;
    const written = JSON.parse(request.body);
    kept = { ...written, meta: { ...written.meta, versionId: String(version) } };
    return { json: undefined };
  };
}

const posts = ({ received }: SmallServer) =>
  received.filter(({ method, address }) => method === 'POST' && address.endsWith('/Encounter'));
const puts = ({ received }: SmallServer) => received.filter(({ method }) => method === 'PUT');

describe('making something', () => {
  it('carries the token, as a tag and as a condition', async () => {
    const { system, server } = await connected(({ method }) =>
      method === 'GET'
        ? { json: encounter('1', OWN) }
        : { status: 201, json: undefined, headers: { location: 'Encounter/7/_history/1' } },
    );
    expect(await system.perform(ARRIVAL, stepOf())).toMatchObject({
      status: 'done',
      reference: 'Encounter/7',
    });
    const [sent] = posts(server);
    expect(JSON.parse(sent?.body ?? '').meta.tag).toEqual([
      { system: 'urn:genrep:token', code: 'run/f-1/1' },
    ]);
    expect(decodeURIComponent(String(sent?.headers['if-none-exist']))).toBe(
      '_tag=urn:genrep:token|run/f-1/1',
    );
  });

  it.each([
    ['in the body', { status: 201, json: encounter('1') }],
    [
      'in an address of its own making',
      { status: 201, json: undefined, headers: { location: 'https://inne/fhir/Encounter/7' } },
    ],
  ] satisfies [string, Reply][])('knows what it is from what is said %s', async (_, reply) => {
    const { system } = await connected(({ method }) =>
      method === 'POST' ? reply : { json: encounter('1', OWN) },
    );
    expect(await system.perform(ARRIVAL, stepOf())).toMatchObject({ reference: 'Encounter/7' });
  });

  it('looks it up where the answer does not say', async () => {
    const { system } = await connected(({ method }) =>
      method === 'POST' ? { status: 201, json: undefined } : { json: bundleOf([encounter('1', OWN)]) },
    );
    expect(await system.perform(ARRIVAL, stepOf())).toMatchObject({ reference: 'Encounter/7' });
  });

  it('is refused in the words of the system', async () => {
    const { system } = await connected(() => ({
      status: 422,
      json: outcomeOf('Stopp: penicillinallergi registrerad.'),
    }));
    expect(await system.perform(ARRIVAL, stepOf())).toEqual({
      status: 'refused',
      reason: 'Stopp: penicillinallergi registrerad.',
      refusal: 'rule',
    });
  });

  it.each([
    ['500', { status: 500, json: undefined }],
    ['a web page', { html: '<p>' }],
    ['half a body', { half: encounter('1') }],
  ] satisfies [string, Reply][])('breaks on %s', async (_, reply) => {
    const { system } = await connected(() => reply);
    await expect(system.perform(ARRIVAL, stepOf())).rejects.toMatchObject({ kind: 'broken-answer' });
  });
});

/** How long nobody answers. */
const SHORT = 1_000;

describe('a write whose answer is lost', () => {
  type Lookup = [string, Reply, TaskOutcome['status']];
  const lookups: readonly Lookup[] = [
    ['found', { json: bundleOf([encounter('1', OWN)]) }, 'done'],
    ['not there', { json: bundleOf([]) }, 'unknown'],
    ['not to be looked for', { status: 500, json: undefined }, 'unknown'],
    ['not to be looked for in time', 'silence', 'unknown'],
  ];
  it.each(lookups)('is looked up, never sent again: %s', async (_, reply, status) => {
    const { system, server } = await connected(
      ({ method }) => (method === 'POST' ? 'silence' : reply),
      SHORT,
    );
    const outcome = await system.perform(ARRIVAL, stepOf());
    expect(outcome).toMatchObject(
      status === 'done'
        ? { status, reference: 'Encounter/7' }
        : { status, reason: expect.stringMatching(/inget svar inom/) },
    );
    expect(posts(server)).toHaveLength(1);
    expect(server.received.map(({ address }) => address)).toContain(
      '/fhir/Encounter?_tag=urn:genrep:token|run/f-1/1',
    );
  });

  it.each([
    ['made', ['run/f-1/1'], 'done'],
    ['not made', [], 'unknown'],
  ] as const)('is looked up by the token when it was a change: %s', async (_, tags, status) => {
    let changed = false;
    const { system, server } = await connected(({ method }) => {
      if (method === 'PUT') {
        changed = true;
        return 'hang-up';
      }
      return { json: encounter(changed ? '2' : '1', changed ? tags : []) };
    });
    expect(await system.perform(TRIAGE, arrived)).toMatchObject({ status });
    expect(puts(server)).toHaveLength(1);
  });

  it('is nobody’s doubt when nothing was sent', async () => {
    const { system, server } = await connected(() => 'silence', SHORT);
    await server.close();
    await expect(system.perform(ARRIVAL, stepOf())).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('changing something', () => {
  it('says which version it has read', async () => {
    const { system, server } = await connected(keepingEncounter());
    expect(await system.perform(TRIAGE, arrived)).toMatchObject({ status: 'done' });
    const [sent] = puts(server);
    expect(sent?.headers['if-match']).toBe('W/"5"');
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ status: 'triaged', priority: { text: 'orange' } });
  });

  it.each([409, 412])('reads again and tries once more on %d', async (status) => {
    const { system, server } = await connected(
      keepingEncounter(({ method }, times) => {
        if (method !== 'PUT' || times > 1) return;
        return { status, json: outcomeOf('Någon annan var först') };
      }),
    );
    expect(await system.perform(TRIAGE, arrived)).toMatchObject({ status: 'done' });
    expect(puts(server)).toHaveLength(2);
    expect(server.received.map(({ method }) => method).join(' ')).toContain('PUT GET PUT');
  });

  it.each([
    [409, outcomeOf('Någon annan ändrade nyss.'), 'Någon annan ändrade nyss.'],
    [412, undefined, /två gånger i rad/],
  ])('is refused when somebody else is first twice (%d)', async (status, json, reason) => {
    const { system, server } = await connected(({ method }) =>
      method === 'GET' ? { json: encounter('1') } : { status, json },
    );
    expect(await system.perform(TRIAGE, arrived)).toMatchObject({
      status: 'refused',
      reason: expect.stringMatching(reason),
    });
    expect(puts(server)).toHaveLength(2);
  });

  it('is missed where nothing of it was kept, also when it was made on the spot', async () => {
    const onTheSpot: FhirArea = {
      questions: {},
      tasks: {
        triage: {
          needs: {},
          async perform(_, at) {
            await at.client.update('Encounter', 'Encounter/7', at.context.token, (current) => {
              current.status = 'triaged';
              return current;
            });
            return { reference: 'Encounter/7' };
          },
        },
      },
    };
    let tags: string[] = [];
    const keepsMarksOnly = ({ method, body }: Received): Reply => {
      if (method === 'PUT') tags = JSON.parse(body).meta.tag.map(({ code }: { code: string }) => code);
      return { json: method === 'PUT' ? undefined : encounter(String(5 + tags.length), tags) };
    };
    const { system } = await connected(keepsMarksOnly, SHORT, [onTheSpot]);
    await expect(system.perform(TRIAGE, arrived)).rejects.toThrow(
      'svarade systemet ja, men ändringen står inte i Encounter/7',
    );
  });

  it('is refused when there is nothing to change', async () => {
    const { system } = await connected(() => ({ status: 404, json: outcomeOf('Okänd') }));
    expect(await system.perform(TRIAGE, arrived)).toEqual({
      status: 'refused',
      reason: 'Encounter/7 finns inte i systemet.',
      refusal: 'absence',
    });
  });
});

describe('settling what was cut off', () => {
  const asked = ({ received }: SmallServer) =>
    received.filter(({ method, address }) => method === 'GET' && address.includes('_tag'));

  it('finds what was made by its token and makes nothing', async () => {
    const { system, server } = await connected(() => ({ json: bundleOf([encounter('1', OWN)]) }));
    expect(await system.settle?.(ARRIVAL, stepOf())).toEqual({ status: 'done', reference: 'Encounter/7' });
    expect(asked(server)).toHaveLength(1);
    expect(posts(server)).toHaveLength(0);
  });

  it('makes what was never made, on the condition that it still is not there', async () => {
    const { system, server } = await connected(({ method, address }) => {
      if (method === 'POST') return { status: 201, json: undefined, headers: { location: 'Encounter/7' } };
      return { json: address.endsWith('/Encounter/7') ? encounter('1', OWN) : bundleOf([]) };
    });
    expect(await system.settle?.(ARRIVAL, stepOf())).toMatchObject({
      status: 'done',
      reference: 'Encounter/7',
    });
    expect(posts(server)[0]?.headers['if-none-exist']).toContain('_tag=');
  });

  it('changes nothing that carries the token, and what does not carry it once', async () => {
    const done = await connected(() => ({ json: encounter('2', [arrived.token]) }));
    expect(await done.system.settle?.(TRIAGE, arrived)).toEqual({ status: 'done', reference: 'Encounter/7' });
    expect(puts(done.server)).toHaveLength(0);
    const undone = await connected(keepingEncounter());
    expect(await undone.system.settle?.(TRIAGE, arrived)).toMatchObject({ status: 'done' });
    expect(puts(undone.server)).toHaveLength(1);
  });

  it('does not know when nobody promises that a late write and a new one become one', async () => {
    const server = await startSmallServer(
      plainly(() => ({ json: bundleOf([]) }), { conditionalCreate: false }),
    );
    opened.push(server);
    const system = createFhirDriver({
      areas: FHIR_AREAS,
      profile: { name: 'p', environment: 'test', fhir: `${server.address}/fhir`, signIn: { method: 'none' } },
      transport: createUndiciTransport(),
      clock: { now: () => 1_800_000_000_000, pause: async () => undefined },
    });
    opened.push(system);
    await system.connect();
    expect(await system.settle?.(ARRIVAL, stepOf())).toMatchObject({ status: 'unknown' });
    expect(posts(server)).toHaveLength(0);
  });
});
