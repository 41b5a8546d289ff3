import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CareSystem } from './care-system.ts';
import { createFhirDriver } from './fhir-r4/driver.ts';
import { createUndiciTransport } from './fhir-r4/transports/undici.ts';
import { createExchangeKeeper } from './keep-exchanges.ts';
import { FHIR_AREAS } from './testing/areas.ts';
import { outcomeOf, plainly } from './testing/plain-server.ts';
import { type Received, type Reply, startSmallServer } from './testing/small-server.ts';
import { boundTo, stepOf } from './testing/step.ts';

const PASSWORD = 'Vinter"kanarie-1';
const TOKEN = 'ogenomskinlig-tokenkanarie';
const COOKIE = 'KAKKANARIE';
const SOMEBODY = '19811218-9876';
const CANARIES = [PASSWORD, JSON.stringify(PASSWORD).slice(1, -1), TOKEN, COOKIE, SOMEBODY, 'NYCKELKANARIE'];

/** Everything that must never be written, in every place where a system could say it. */
const TELLTALE = [
  `Den som har ${TOKEN} och ”${PASSWORD}” får inte läsa ${SOMEBODY}.`,
  `Authorization: Bearer ${TOKEN}`,
].join(' ');

const ARRIVAL = { type: 'task', kind: 'register-arrival', reason: 'Bröstsmärta', as: 'besöket' } as const;
const TRIAGE = { type: 'task', kind: 'triage', colour: 'red' } as const;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** A system with sign-in whose answers a test tells, and the folder that its driver keeps things in. */
async function connected(answer: (request: Received) => Reply) {
  const server = await startSmallServer((request) =>
    request.address.endsWith('/token')
      ? { json: { access_token: TOKEN, expires_in: 300 }, headers: { 'set-cookie': COOKIE } }
      : plainly(answer)(request),
  );
  const recordings = await mkdtemp(path.join(tmpdir(), 'genrep-exchanges-'));
  const system: CareSystem = createFhirDriver({
    areas: FHIR_AREAS,
    profile: {
      name: 'prov',
      environment: 'test',
      fhir: `${server.address}/fhir`,
      signIn: {
        method: 'password',
        tokenEndpoint: `${server.address}/token`,
        clientId: 'genrep',
        password: PASSWORD,
        staff: '{role}.{unit}',
        registry: 'registry',
      },
    },
    transport: createUndiciTransport(),
    clock: { now: () => 1_800_000_000_000, pause: async () => undefined },
    answerTimeout: 300,
    readsBack: false,
    keepExchanges: createExchangeKeeper(recordings, [PASSWORD]),
  });
  opened.push(system, server);
  await system.connect();
  return { system, server, recordings };
}

async function keptOf(system: CareSystem, keepRecording = true) {
  const attachments = (await system.endFlow?.(stepOf(), { keepRecording })) ?? [];
  const texts = await Promise.all(attachments.map((kept) => readFile(kept.path, 'utf8')));
  return { attachments, text: texts.join(''), told: texts.flatMap((text) => JSON.parse(text)) };
}

describe('what was said in a step that failed', () => {
  it('is kept: what was asked for, by whom, and what came', async () => {
    const { system } = await connected(() => ({ status: 422, json: outcomeOf('Enheten är stängd') }));
    await system.perform(ARRIVAL, stepOf());
    const { attachments, told } = await keptOf(system);
    expect(attachments).toMatchObject([
      {
        title: 'Förfrågningar och svar',
        mediaType: 'application/json',
        summary: ['POST Encounter → 422 (0 ms)'],
      },
    ]);
    expect(told).toMatchObject([
      {
        request: {
          method: 'POST',
          address: 'Encounter',
          as: 'nurse.sas-akuten',
          body: { status: 'arrived' },
        },
        response: {
          status: 422,
          headers: { 'content-type': 'application/fhir+json' },
          body: { issue: [{ details: { text: 'Enheten är stängd' } }] },
        },
      },
    ]);
  });

  it('is kept when no answer came', async () => {
    const { system } = await connected(() => 'hang-up');
    await system.perform(ARRIVAL, stepOf());
    const { attachments, told } = await keptOf(system);
    expect(attachments[0]?.summary?.[0]).toMatch(/^POST Encounter → Anslutningen till .* bröts/);
    expect(told[0]).toMatchObject({ failure: expect.stringMatching(/bröts/) });
    expect(told[0]).not.toHaveProperty('response');
  });

  it('holds no password, token, cookie or identity number that somebody may have', async () => {
    const headers = { 'set-cookie': COOKIE, location: `Encounter/7?access_token=NYCKELKANARIE` };
    const json = { ...outcomeOf(TELLTALE), access_token: 'NYCKELKANARIE', [TOKEN]: PASSWORD };
    const { system, server } = await connected(() => ({ status: 422, json, headers }));
    await system.perform(ARRIVAL, stepOf());
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    const { text, attachments } = await keptOf(system);
    for (const canary of CANARIES) expect(text + JSON.stringify(attachments), canary).not.toContain(canary);
    expect(text).toContain('får inte läsa');
  });

  it('is cut when it is long, but not in the middle of a secret', async () => {
    const html = `${'x'.repeat(15_995)}${TOKEN}${'y'.repeat(10)}`;
    const { system } = await connected(() => ({ status: 500, html }));
    await expect(system.perform(ARRIVAL, stepOf())).rejects.toThrow(/500/);
    const { text } = await keptOf(system);
    expect(text).not.toContain('xogeno');
    expect(text).toMatch(/tecken till\)/);
    expect(text.length).toBeLessThan(18_000);
  });

  it('is of that step alone, and of its latest looks', async () => {
    const { system } = await connected(({ method }) =>
      method === 'POST'
        ? { status: 201, json: undefined, headers: { location: 'Encounter/7' } }
        : { status: 500, json: outcomeOf('Databasen är full') },
    );
    await system.perform(ARRIVAL, stepOf());
    const bound = new Map([boundTo('besöket', ARRIVAL, { reference: 'Encounter/7' })]);
    for (let look = 0; look < 15; look += 1) {
      await system.perform(TRIAGE, stepOf({ bound, token: 'run/f-1/2' })).catch(() => {});
    }
    const { told, attachments } = await keptOf(system);
    expect(attachments[0]?.summary).toEqual(['GET Encounter/7 → 500 (12 gånger, som mest 0 ms)']);
    expect(told).toHaveLength(12);
    expect(new Set(told.map(({ request }) => request.method))).toEqual(new Set(['GET']));
  });

  it('is forgotten, and written nowhere, when the flow went well', async () => {
    const { system, recordings } = await connected(() => ({
      status: 201,
      json: undefined,
      headers: { location: 'Encounter/7' },
    }));
    await system.perform(ARRIVAL, stepOf());
    expect((await keptOf(system, false)).attachments).toEqual([]);
    expect((await keptOf(system, true)).attachments).toEqual([]);
    expect(await readdir(recordings)).toEqual([]);
  });
});
