import { afterEach, describe, expect, it } from 'vitest';
import type { CareSystem } from '../care-system.ts';
import type { SystemProfile } from '../profile.ts';
import { FHIR_AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { boastingStatement, bundleOf, outcomeOf, plainly } from '../testing/plain-server.ts';
import { type Received, type Reply, type SmallServer, startSmallServer } from '../testing/small-server.ts';
import { boundTo, stepOf } from '../testing/step.ts';
import { createFhirDriver, type FhirSystemOptions } from './driver.ts';
import { createUndiciTransport } from './transports/undici.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

function driverOf(
  address: string,
  some: Partial<SystemProfile> = {},
  options: Pick<FhirSystemOptions, 'readsBack'> = {},
): CareSystem {
  const system = createFhirDriver({
    ...options,
    areas: FHIR_AREAS,
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: `${address}/fhir`,
      signIn: { method: 'none' },
      ...some,
    },
    transport: createUndiciTransport(),
    clock: { now: () => 1_800_000_000_000, pause: async () => undefined },
    answerTimeout: 300,
  });
  opened.push(system);
  return system;
}

async function server(answer: (request: Received) => Reply): Promise<SmallServer> {
  const started = await startSmallServer(answer);
  opened.push(started);
  return started;
}

async function connected(
  answer: (request: Received) => Reply,
): Promise<{ system: CareSystem; server: SmallServer }> {
  const started = await server(plainly(answer));
  const system = driverOf(started.address);
  await system.connect();
  return { system, server: started };
}

const ARRIVAL = { type: 'task', kind: 'register-arrival', reason: 'Bröstsmärta', as: 'besöket' } as const;
const TRIAGE = { type: 'task', kind: 'triage', colour: 'red' } as const;
const arrived = stepOf({ bound: new Map([boundTo('besöket', ARRIVAL, { reference: 'Encounter/7' })]) });
const ON_LIST = { type: 'question', kind: 'patient-on-unit-list' } as const;
const encounter = (id: string, patient = '1', versionId = '1') =>
  ({
    resourceType: 'Encounter',
    id,
    meta: { versionId },
    status: 'arrived',
    class: { code: 'EMER' },
    subject: { reference: `Patient/${patient}` },
    serviceProvider: { reference: 'Organization/1' },
  }) as const;

describe('connecting', () => {
  it('says who the system is', async () => {
    const { address } = await server(() => ({ json: boastingStatement() }));
    expect(await driverOf(address).connect()).toEqual({ name: 'prov', software: 'Skrytet', version: '1' });
  });

  it.each([
    ['a web page', { html: '<h1>Hej</h1>' }, /webbsida/],
    ['JSON that is not FHIR', { json: { hello: 1 } }, /inte är FHIR/],
    ['another resource', { json: { resourceType: 'Patient' } }, /ingen FHIR-server/],
    ['another FHIR', { json: { ...boastingStatement(), fhirVersion: '3.0.2' } }, /talar FHIR 3\.0\.2/],
  ] as const)('does not take %s for a FHIR R4 server', async (_, reply, words) => {
    const { address } = await server(() => reply);
    await expect(driverOf(address).connect()).rejects.toMatchObject({
      kind: 'broken-answer',
      message: expect.stringMatching(words),
    });
  });

  it('says that nobody is at the address', async () => {
    const gone = await startSmallServer(() => 'silence');
    await gone.close();
    await expect(driverOf(gone.address).connect()).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/ECONNREFUSED/),
    });
  });
});

describe('a system that does not do its part', () => {
  const lies: readonly [string, Reply, string, RegExp][] = [
    [
      '500',
      { status: 500, json: outcomeOf('Databasen är full') },
      'broken-answer',
      /500: ”Databasen är full”/,
    ],
    ['a bare 500', { status: 500, html: 'Internal Server Error' }, 'broken-answer', /500/],
    ['a web page', { html: '<html>' }, 'broken-answer', /webbsida/],
    ['half a body', { half: bundleOf([encounter('7')]) }, 'broken-answer', /mitt i/],
    ['nothing', 'silence', 'timeout', /0\.3 s/],
    ['a hang-up', 'hang-up', 'timeout', /bröts/],
    ['something else than a list', { json: encounter('7') }, 'broken-answer', /inte en lista/],
    [
      'another patient',
      { json: bundleOf([encounter('7', '2')]) },
      'wrong-answer',
      /annan patient \(Patient\/2\)/,
    ],
    ['a no without a word', { status: 403, json: undefined }, 'broken-answer', /403/],
  ];
  it.each(lies)('that answers a question with %s is a SystemError', async (_, reply, kind, message) => {
    const { system } = await connected(() => reply);
    await expect(system.ask(ON_LIST, arrived)).rejects.toMatchObject({
      name: 'SystemError',
      kind,
      message: expect.stringMatching(message),
    });
  });

  it('that answers a read with another resource than asked for is a SystemError', async () => {
    const { system } = await connected(() => ({ json: encounter('8') }));
    await expect(system.perform(TRIAGE, arrived)).rejects.toMatchObject({
      kind: 'wrong-answer',
      message: expect.stringMatching(/Encounter\/8/),
    });
  });

  it('that turns in circles is not followed for ever', async () => {
    const { system } = await connected(({ address }) => ({ json: bundleOf([], address) }));
    await expect(system.ask(ON_LIST, arrived)).rejects.toMatchObject({
      message: expect.stringMatching(/aldrig slut/),
    });
  });

  it('that says no to a question shows nothing', async () => {
    const { system } = await connected(() => ({ status: 403, json: outcomeOf('Du saknar behörighet.') }));
    expect(await system.ask(ON_LIST, arrived)).toMatchObject({
      seen: false,
      observed: 'Systemet svarade nej: Du saknar behörighet.',
    });
  });
});

describe('questions', () => {
  it('are answered with no before and yes after', async () => {
    let found: ReturnType<typeof encounter>[] = [];
    const { system } = await connected(() => ({ json: bundleOf(found) }));
    expect((await system.ask(ON_LIST, arrived)).seen).toBe(false);
    found = [encounter('7')];
    expect((await system.ask(ON_LIST, arrived)).seen).toBe(true);
  });

  it('are asked of all pages', async () => {
    const { system, server } = await connected(({ address }) => ({
      json: address.includes('page=2')
        ? bundleOf([encounter('7')])
        : bundleOf([encounter('6')], '/fhir/Encounter?page=2'),
    }));
    expect((await system.ask(ON_LIST, arrived)).seen).toBe(true);
    expect(server.received.at(-1)?.address).toBe('/fhir/Encounter?page=2');
  });

  it('never follow a page to another host', async () => {
    const elsewhere = await server(() => ({ json: bundleOf([encounter('7')]) }));
    const { system } = await connected(() => ({ json: bundleOf([], `${elsewhere.address}/fhir/Encounter`) }));
    expect(await system.ask(ON_LIST, arrived)).toMatchObject({
      seen: false,
      doubt: expect.stringMatching(/annan värd .* alsoKnownAs/),
    });
    expect(elsewhere.received).toHaveLength(0);
  });
});

describe('a shielded identity', () => {
  const unitList = { type: 'question', kind: 'identity-shielded', surface: 'unit-list' } as const;
  const named = (text: string) => ({ resourceType: 'Patient', id: '1', name: [{ text }] }) as const;

  it.each([
    ['shielded', [named('Skyddad identitet')], true, 'Varken namn eller adress går att läsa.'],
    [
      'shown',
      [named('Åsa Öfverbeck')],
      false,
      'I enhetens lista går det att läsa förnamnet och efternamnet.',
    ],
    ['nowhere', [], false, 'Det finns inget att läsa i enhetens lista.'],
  ] as const)('is looked for in what is there: %s', async (_, people, seen, observed) => {
    const { system } = await connected(() => ({
      json: {
        resourceType: 'Bundle',
        type: 'searchset',
        entry: [encounter('7'), ...people].map((resource) => ({ resource })),
      },
    }));
    expect(await system.ask(unitList, arrived)).toMatchObject({ seen, observed });
  });
});

describe('introducing', () => {
  it('makes people and units known once, unless they are there, and under load without looking first', async () => {
    const server = await startSmallServer(plainly(() => 'hang-up'));
    const system = driverOf(server.address, {}, { readsBack: false });
    opened.push(server);
    await system.connect();
    await system.introduce(person(1, true), [UNITS.ward]);
    await system.introduce(person(1, true), [UNITS.ward]);
    const posts = server.received.filter(({ method }) => method === 'POST');
    expect(posts.map(({ address }) => address)).toEqual(['/fhir/Organization', '/fhir/Patient']);
    expect(posts.map(({ headers }) => decodeURIComponent(String(headers['if-none-exist'])))).toEqual([
      `identifier=urn:oid:1.2.752.29.4.19|${UNITS.ward.hsaId}`,
      `identifier=${person(1).identifier.system}|${person(1).identifier.value}`,
    ]);
    expect(JSON.parse(posts[1]?.body ?? '').meta.security[0].code).toBe('sekretessmarkering');
  });

  it('looks first where the server cannot make conditionally', async () => {
    const { address, received } = await server(plainly(() => 'hang-up'));
    const careful = createFhirDriver({
      areas: FHIR_AREAS,
      profile: { name: 'prov', environment: 'test', fhir: `${address}/fhir`, signIn: { method: 'none' } },
      transport: withoutConditionalCreate(),
      clock: { now: () => 0, pause: async () => undefined },
    });
    opened.push(careful);
    await careful.connect();
    await careful.introduce(person(1), []);
    expect(received.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });
});

function withoutConditionalCreate() {
  const transport = createUndiciTransport();
  return {
    ...transport,
    async request(request: Parameters<typeof transport.request>[0]) {
      const response = await transport.request(request);
      const json = () =>
        JSON.parse(response.text().replaceAll('"conditionalCreate":true', '"conditionalCreate":false'));
      return { ...response, json };
    },
  };
}
