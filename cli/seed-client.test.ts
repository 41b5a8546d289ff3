import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generatePopulation } from '../generators/generate-population.ts';
import { type LoadPlan, loadPlanOf } from '../generators/seed/load-plan.ts';
import { seedPopulation } from '../generators/seed/seed-population.ts';
import { verifySeed } from '../generators/seed/verify-seed.ts';
import type { Manner } from '../systems/fhir-r4/testing/manner.ts';
import { startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { MANNERS, mannerOf } from '../systems/fhir-r4/testing/manners.ts';
import { openMigration } from '../systems/open-migration.ts';
import { seedClientOf } from './seed-client.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-seed-client-'));
const folder = path.join(root, 'population');
let plan: LoadPlan;

beforeAll(async () => {
  const choices = { seed: 7, until: '2025-03-01', years: 1, format: 'ndjson', compress: 'gzip' } as const;
  const manifest = await generatePopulation({ ...choices, people: 3, out: folder, workers: 1 });
  plan = await loadPlanOf(folder, manifest);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Seeds a server beside whom it has already, and reads back. */
async function seeded(...manners: readonly Manner[]) {
  const server = await startMannerServer(manners);
  const migration = openMigration(server.profile, Date.now);
  const client = seedClientOf(migration, async () => {});
  const stranger = server.store.create({ resourceType: 'Patient', birthDate: '1900-01-01' });
  const log = path.join(root, `${manners.map(({ name }) => name).join('-')}.log`);
  try {
    await seedPopulation(folder, client, { plan, log });
    const { problems, unknown } = await verifySeed(folder, client, { plan, log });
    const count = (type: string): number =>
      server.store.all.filter(({ resourceType }) => resourceType === type).length;
    return {
      problems,
      unknown,
      counts: Object.fromEntries(Object.keys(plan.counts).map((type) => [type, count(type)])),
      strangerIsUntouched: server.store.read(`Patient/${stranger.id}`)?.meta?.versionId === '1',
      aboutTheStranger: server.store.all.filter((each) =>
        JSON.stringify(each).includes(`"Patient/${stranger.id}"`),
      ),
      waited: client.waited(),
    };
  } finally {
    await migration.close();
    await server.close();
  }
}

const WITH = ['waiting', 'pages', 'answers', 'lists', 'writing', 'people', 'times'];
/** Wrong, but nothing that loading cannot get past. */
const GOT_PAST = ['conditional-ignored', 'tag-not-searched', 'tag-ignored', 'identifier-ignored'].map(
  mannerOf,
);
/** They write their own time over that of what was before them: no history is loaded there. */
const REWRITES = MANNERS.filter(({ rewritesTimes }) => rewritesTimes === true);
/** They do not say how many there are of a type. */
const UNTOLD = new Set(['no-total', 'list-lags']);

it.each(REWRITES)('$name: what is not as it was loaded is told, by a server that $does', async (manner) => {
  const { problems } = await seeded(manner);
  expect(problems).toEqual([expect.stringMatching(/^MedicationRequest\/.* är inte det som laddades\.$/)]);
});

const LOADED = MANNERS.filter(({ is, concerns }) => is === 'right' && WITH.includes(concerns));

it.each([...LOADED.filter((manner) => !REWRITES.includes(manner)), ...GOT_PAST])(
  '$name: everybody is loaded once and given back by a server that $does',
  async (manner) => {
    for (const manners of [[manner], [mannerOf('transactions'), manner]]) {
      const { problems, unknown, counts, strangerIsUntouched, aboutTheStranger } = await seeded(...manners);
      expect(problems).toEqual([]);
      expect(unknown.length > 0).toBe(UNTOLD.has(manner.name));
      expect(counts).toEqual({ ...plan.counts, Patient: 4 });
      expect(strangerIsUntouched).toBe(true);
      expect(aboutTheStranger).toEqual([]);
    }
  },
);

it('tells how long it waited for a server that asked for it', async () => {
  expect((await seeded(mannerOf('429-seconds'))).waited).toBeGreaterThan(1_000);
});

it.each(['create-not-done', 'no-with-200'])('%s: what was not kept is not taken for loaded', async (name) => {
  await expect(
    seeded(mannerOf(name)).then(({ problems }) => {
      if (problems.length > 0) throw new Error(problems[0]);
    }),
  ).rejects.toThrow(/går inte att läsa tillbaka|säger inte vilket id|Systemet har 0|tog inte emot/);
});
