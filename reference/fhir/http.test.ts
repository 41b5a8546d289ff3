import type { Bundle, Encounter, Patient } from '@medplum/fhirtypes';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { makePatient } from '../testing/people.ts';
import { startTestReference, type TestPerson, type TestReference } from '../testing/reference-client.ts';

let reference: TestReference;
let registry: TestPerson;
let nurse: TestPerson;
let patient: Patient;
let path: string;

beforeAll(async () => {
  reference = await startTestReference();
  registry = await reference.as('registry');
  nurse = await reference.as('nurse.sas-medicin-3.day');
  patient = await makePatient(registry, '191212121212');
  path = `Patient/${patient.id}`;
});
afterAll(() => reference.close());

const encounter = (token: string): Encounter => ({
  resourceType: 'Encounter',
  status: 'planned',
  class: { system: SYSTEMS.actCode, code: 'AMB' },
  subject: { reference: path },
  meta: { tag: [{ system: SYSTEMS.token, code: token }] },
});

async function ask(method: 'GET' | 'HEAD', address: string, headers: Record<string, string> = {}) {
  const answer = await request(`${reference.fhir}/${address}`, {
    method,
    headers: { authorization: `Bearer ${nurse.token}`, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

describe('before anybody has signed in', () => {
  it('the server tells where to sign in, as its OpenID provider does', async () => {
    const answer = await fetch(`${reference.fhir}/.well-known/smart-configuration`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/json'),
    ]);
    const smart: Record<string, unknown> = JSON.parse(await answer.text());
    const discovery = await fetch(`${smart.issuer}/.well-known/openid-configuration`);
    const provider: Record<string, unknown> = JSON.parse(await discovery.text());
    for (const name of [
      'issuer',
      'jwks_uri',
      'authorization_endpoint',
      'token_endpoint',
      'code_challenge_methods_supported',
      'scopes_supported',
    ]) {
      expect(smart[name], name).toEqual(provider[name]);
    }
    expect(smart.token_endpoint).toBe(reference.tokenEndpoint);
    expect(provider.grant_types_supported).toEqual(
      expect.arrayContaining(['authorization_code', 'password']),
    );
  });

  it.each([
    ['without a token', {}, 'Bearer realm="Genrep"'],
    [
      'with a token that nobody gave',
      { authorization: 'Bearer no' },
      'Bearer realm="Genrep", error="invalid_token"',
    ],
  ])('a 401 says how to come in: %s', async (_how, headers, challenge) => {
    const { status, headers: answered } = await fetch(`${reference.fhir}/Patient`, { headers });
    expect([status, answered.get('www-authenticate')]).toEqual([401, challenge]);
  });
});

describe('a read', () => {
  it('by HEAD has the headers of GET and no body', async () => {
    const [head, get] = [await ask('HEAD', path), await ask('GET', path)];
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', get.headers.etag]);
    expect(head.headers['last-modified']).toBe(get.headers['last-modified']);
    expect(head.headers.location).toBeUndefined();
    expect((await ask('HEAD', 'Patient/nobody')).status).toBe(404);
  });

  it.each([['W/"1"'], ['"1"'], ['1'], ['W/"7", W/"1"'], ['*']])(
    'answers 304 without a body to who has the version: If-None-Match: %s',
    async (known) => {
      const { status, text, headers } = await ask('GET', path, { 'if-none-match': known });
      expect([status, text, headers.etag]).toEqual([304, '', 'W/"1"']);
    },
  );

  it('answers whole to who has another version, or asks for what is newer than before', async () => {
    expect((await ask('GET', path, { 'if-none-match': 'W/"7"' })).status).toBe(200);
    const { headers } = await ask('GET', path);
    const modified = String(headers['last-modified']);
    expect((await ask('GET', path, { 'if-modified-since': modified })).status).toBe(304);
    const before = new Date(Date.parse(modified) - 1000).toUTCString();
    expect((await ask('GET', path, { 'if-modified-since': before })).status).toBe(200);
  });

  it('tells as much as _elements and _summary ask for, and that it is not the whole', async () => {
    const { body } = await registry.get<Patient>(`${path}?_elements=name`);
    expect(Object.keys(body).sort()).toEqual(['id', 'meta', 'name', 'resourceType']);
    expect(body.meta?.tag).toContainEqual(expect.objectContaining({ code: 'SUBSETTED' }));
    const { body: summary } = await registry.get<Patient>(`${path}?_summary=true`);
    expect(summary.birthDate).toBe(patient.birthDate);
  });
});

describe('a search', () => {
  beforeAll(async () => {
    await nurse.post('Observation', {
      resourceType: 'Observation',
      status: 'final',
      identifier: [{ value: 'shape' }],
      code: { text: 'prov' },
      subject: { reference: path },
      valueString: 'positiv',
      note: [{ text: 'en anmärkning' }],
    });
  });

  const found = async (shape: string): Promise<Bundle> =>
    (await nurse.get<Bundle>(`Observation?identifier=shape&_include=Observation:subject&${shape}`)).body;
  const keysOf = (bundle: Bundle, at: number): string[] => Object.keys(bundle.entry?.[at]?.resource ?? {});

  it('gives the elements asked for and the mandatory ones of what matches, and all of what comes along', async () => {
    const bundle = await found('_elements=id,resourceType,value');
    expect(keysOf(bundle, 0).sort()).toEqual(['code', 'id', 'meta', 'resourceType', 'status', 'valueString']);
    expect(keysOf(bundle, 1)).toContain('birthDate');
    expect(bundle.link?.[0]?.url).toContain('_elements=id,resourceType,value');
  });

  it('refuses _elements that names no element, as fhirpy does where it wants all but one', async () => {
    const { status } = await nurse.get(`Observation?identifier=shape&_elements=-note`);
    expect(status).toBe(400);
  });

  it.each([
    ['true', ['valueString'], ['note']],
    ['text', ['status'], ['valueString', 'note']],
    ['data', ['valueString', 'note'], []],
    ['false', ['valueString', 'note'], []],
  ])('gives the summary asked for: _summary=%s', async (summary, there, notThere) => {
    const bundle = await found(`_summary=${summary}`);
    expect(keysOf(bundle, 0)).toEqual(expect.arrayContaining(there));
    for (const name of notThere) expect(keysOf(bundle, 0)).not.toContain(name);
    if (summary !== 'false') expect(bundle.link?.[0]?.url).toContain(`_summary=${summary}`);
  });

  it.each([
    ['_total=accurate', 1],
    ['_total=estimate&_count=1', 1],
    ['_count=0', 1],
    ['_summary=count', 1],
    ['_count=0&_totalMethod=count', 1],
  ])('counts what fits, as it is asked: %s', async (query, total) => {
    const { status, body } = await nurse.get<Bundle>(`Observation?identifier=shape&${query}`);
    expect([status, body.total]).toEqual([200, total]);
  });
});

describe('a conditional write', () => {
  it.each([
    ['the criterion alone', (criterion: string) => criterion],
    ['behind a question mark', (criterion: string) => `?${criterion}`],
    ['behind the type', (criterion: string) => `Encounter?${criterion}`],
    ['as a whole URL', (criterion: string) => `${reference.fhir}/Encounter?${criterion}`],
  ])('takes If-None-Exist with %s', async (how, worded) => {
    const ifNoneExist = worded(`_tag=${SYSTEMS.token}|${encodeURIComponent(how)}`);
    const headers = { 'if-none-exist': ifNoneExist };
    const first = await nurse.post<Encounter>('Encounter', encounter(how), headers);
    const again = await nurse.post<Encounter>('Encounter', encounter(how), headers);
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ resource: encounter(how), request: { method: 'POST', url: 'Encounter', ifNoneExist } }],
    };
    const { body } = await nurse.post<Bundle>('', bundle);
    expect(body.entry?.[0]?.response?.status).toBe('200');
  });

  it('refuses a criterion in the address of a create, and makes nothing', async () => {
    const criterion = `_tag=${SYSTEMS.token}|address`;
    const { status } = await nurse.post(`Encounter?${criterion}`, encounter('address'));
    expect(status).toBe(400);
    expect((await nurse.get<Bundle>(`Encounter?${criterion}&_count=0`)).body.total).toBe(0);
    expect((await nurse.post('Encounter?_format=json&_pretty=true', encounter('format'))).status).toBe(201);
  });

  it('refuses an If-None-Exist of another type or another server', async () => {
    for (const ifNoneExist of ['Patient?active=true', 'https://fhir.example/r4/Encounter?status=planned']) {
      const { status } = await nurse.post('Encounter', encounter('other'), { 'if-none-exist': ifNoneExist });
      expect(status, ifNoneExist).toBe(400);
    }
  });

  it.each([['W/"1"'], ['"1"'], ['1']])('heeds If-Match: %s', async (version) => {
    const { body } = await nurse.post<Encounter>('Encounter', encounter('match'));
    const address = `Encounter/${body.id}`;
    const ifMatch = { 'if-match': version };
    expect((await nurse.put(address, { ...body, status: 'arrived' }, ifMatch)).status).toBe(200);
    expect((await nurse.put(address, { ...body, status: 'finished' }, ifMatch)).status).toBe(412);
  });

  it('takes the addresses of this server in a bundle', async () => {
    for (const url of [path, `/${path}`, `${reference.fhir}/${path}`]) {
      const bundle = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url } }] };
      const { body } = await nurse.post<Bundle>('', bundle);
      expect(body.entry?.[0]?.response?.status, url).toBe('200');
    }
  });
});
