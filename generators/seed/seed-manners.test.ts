import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePopulation } from '../generate-population.ts';
import { type LoadPlan, loadPlanOf } from './load-plan.ts';
import type { SeedClient } from './seed-client.ts';
import { seedPopulation } from './seed-population.ts';
import { ManneredStore, type Manners, type Stored } from './testing/mannered-store.ts';
import { verifySeed } from './verify-seed.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-seed-manners-'));
const folder = path.join(root, 'population');
let plan: LoadPlan;
let logs = 0;

beforeAll(async () => {
  const choices = { seed: 5, until: '2026-01-01', years: 2, format: 'ndjson', compress: 'none' } as const;
  const manifest = await generatePopulation({
    ...choices,
    people: 16,
    out: folder,
    workers: 1,
    shardSize: 10,
  });
  plan = await loadPlanOf(folder, manifest);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newLog = (): string => path.join(root, `${logs++}.log`);
const STRANGER: Stored = {
  resourceType: 'Patient',
  id: 'okand',
  identifier: [{ system: 'http://electronichealth.se/identifier/personnummer', value: '189001019802' }],
};
const load = (client: SeedClient, log: string) =>
  seedPopulation(folder, client, { plan, log, batchSize: 10, parallel: 2 });

/** Everything is there, once, and everything refers to who it is about. */
function expectEverythingOnce(store: ManneredStore): void {
  for (const [type, count] of Object.entries(plan.counts)) {
    expect(store.of(type).filter(({ id }) => id !== STRANGER.id).length, type).toBe(count);
  }
  const people = new Set(store.of('Patient').map(({ id }) => `Patient/${id}`));
  people.delete(`Patient/${STRANGER.id}`);
  const about = store
    .of('Encounter')
    .map((each) => (each as unknown as { subject: { reference: string } }).subject);
  expect(about.filter(({ reference }) => !people.has(reference))).toEqual([]);
}

const MANNERS: Readonly<Record<string, Manners>> = {
  'knows no conditional create': { conditionalCreate: 'ignored' },
  'takes the first of a type for what a condition asks for': { conditionalCreate: 'anything matches' },
  'drops tags': { tags: 'dropped', conditionalCreate: 'ignored' },
  'ignores _tag in searches, also in conditions': { tags: 'not searched' },
  'says the status of an entry as a number': { status: 'number' },
  'gives no Location': { location: false },
  'gives no Location, and has lists that lag': { location: false, lagging: true },
  'gives times back in UTC': { utc: true },
  'has no transactions, nor conditional create': { transactions: false, conditionalCreate: 'ignored' },
};

describe.each(Object.entries(MANNERS))('a server that %s', (_what, manners) => {
  it('gets everything once, beside a stranger who is there, and gives it back', async () => {
    const store = new ManneredStore();
    store.resources.push(STRANGER);
    const client = store.with(manners);
    const log = newLog();
    expect(await load(client, log)).toEqual({ loaded: plan.all, all: plan.all, before: 0 });
    expectEverythingOnce(store);
    expect(store.of('Patient')[0]).toEqual(STRANGER);
    expect((await verifySeed(folder, client, { log, plan })).problems).toEqual([]);
  });

  it.skipIf(manners.tags !== undefined)(
    'gets nothing twice when a load that was stopped goes on',
    async () => {
      for (const silentFrom of [1, 4, 30, 36]) {
        const store = new ManneredStore();
        const log = newLog();
        await expect(load(store.with({ ...manners, silentFrom }), log)).rejects.toThrow('No answer came.');
        const { loaded } = await load(store.with(manners), log);
        expect(loaded).toBe(plan.all);
        expectEverythingOnce(store);
      }
    },
  );
});

it('is not written to again where it cannot say what it got', async () => {
  const manners: Manners = { tags: 'dropped', conditionalCreate: 'ignored', identifiers: 'ignored' };
  const store = new ManneredStore();
  const log = newLog();
  const lateEnough = 30;
  await expect(load(store.with({ ...manners, silentFrom: lateEnough }), log)).rejects.toThrow(
    'No answer came.',
  );
  const held = store.resources.length;
  await expect(load(store.with(manners), log)).rejects.toThrow(
    /^Det går inte att veta om systemet har \S+: .* Töm systemet/,
  );
  expect(store.resources.length).toBe(held);
});

it('writes nothing to somebody who lies under the id of one of the population', async () => {
  const store = new ManneredStore();
  const other = { ...STRANGER, id: 'p-000007' };
  store.resources.push(other);
  await expect(load(store.with({ ownIds: true }), newLog())).rejects.toThrow(
    'Systemet har redan någon annan som Patient/p-000007, och inget skrivs i den journalen.',
  );
  expect(store.of('Patient')).toContain(other);
  expect(store.of('Encounter')).toEqual([]);
});

it('begins anew where the server was emptied, though it gives the same ids to others', async () => {
  const log = newLog();
  await load(new ManneredStore().with({}), log);
  const emptied = new ManneredStore();
  for (let n = 1; n <= plan.all; n++)
    emptied.resources.push({ ...STRANGER, resourceType: 'Organization', id: `${n}` });
  emptied.resources.splice(50);
  const { before } = await load(emptied.with({}), log);
  expect(before).toBe(0);
  expect(emptied.of('Patient').length).toBe(16);
});

describe('a server that is busy', () => {
  it.each([
    ['in seconds', { 'retry-after': '30' }],
    [
      'as a time by its own clock',
      { 'retry-after': 'Sun, 29 Nov 2026 10:00:30 GMT', date: 'Sun, 29 Nov 2026 10:00:00 GMT' },
    ],
  ])('is asked again when it said, %s', async (_how, headers) => {
    for (const status of [429, 503]) {
      const store = new ManneredStore();
      const busy = { status, headers };
      await load(store.with({ instead: { 3: busy, 4: busy } }), newLog());
      expect(store.pauses).toEqual([30_000, 30_000]);
      expectEverythingOnce(store);
    }
  });

  it('is given up where it asks for more than a quarter of an hour', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7200' } };
    await expect(load(new ManneredStore().with({ instead: { 3: busy } }), newLog())).rejects.toThrow('(429)');
  });
});

it('loads only the units and the staff that the people have met', () => {
  expect(plan.counts.Organization).toBeLessThan(300);
  expect(plan.counts.PractitionerRole).toBeLessThan(300);
});

it('loads every unit that is referred to, and what these are part of', async () => {
  const store = new ManneredStore();
  await load(store.with({ ownIds: true }), newLog());
  const there = new Set(store.resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const mentioned = [...JSON.stringify(store.resources).matchAll(/"reference":"([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(mentioned.filter((name) => name !== undefined && !there.has(name))).toEqual([]);
});
