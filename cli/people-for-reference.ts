import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generatePopulation } from '../generators/generate-population.ts';
import { readManifest } from '../generators/output/read-manifest.ts';
import { loadPlanOf } from '../generators/seed/load-plan.ts';
import { seedPopulation } from '../generators/seed/seed-population.ts';
import { loadProfile } from '../systems/load-profile.ts';
import { openMigration } from '../systems/open-migration.ts';
import { withEnvironment } from '../systems/with-environment.ts';
import { paceLine } from './progress/bar.ts';
import { withProgressLine } from './progress/progress-line.ts';
import type { RunningReference } from './reference-process.ts';
import { seedClientOf } from './seed-client.ts';

/** So many are made for each who is loaded: in a small population quotas leave room for few ages, and one sex. */
const MADE_FOR_EACH = 40;

/** The same people every time, from the kommuner whose units the reference environment has: Borås and Mark. */
const PEOPLE = { seed: 1, municipalities: ['1490', '1463'], until: '2026-01-01', years: 3 } as const;

/**
 * Makes people and loads them with their histories; those of a data folder that has them already are there already.
 * @param data where the environment keeps its data
 */
export async function bringPeople(
  reference: RunningReference,
  options: { readonly people: number; readonly data?: string; readonly signal: AbortSignal },
): Promise<void> {
  const { people, data, signal } = options;
  const folder =
    data === undefined
      ? mkdtempSync(path.join(os.tmpdir(), 'genrep-people-'))
      : path.join(data, `people-${people}`);
  const migration = openMigration(
    withEnvironment(loadProfile('reference'), addressesOf(reference)),
    Date.now,
  );
  const client = seedClientOf(migration, (milliseconds) => setTimeout(milliseconds, undefined, { signal }));
  try {
    await generatePopulation({
      ...PEOPLE,
      people: people * MADE_FOR_EACH,
      out: folder,
      format: 'ndjson',
      compress: 'none',
      workers: 1,
      signal,
    });
    const plan = await loadPlanOf(folder, readManifest(folder), spread(people));
    const begun = performance.now();
    await withProgressLine(
      `Laddar ${people} personer`,
      ({ loaded, all, before }: { loaded: number; all: number; before: number }) =>
        paceLine({ done: loaded, all, before, passed: performance.now() - begun, what: 'resurser' }),
      (show) => seedPopulation(folder, client, { log: path.join(folder, 'seeded.log'), plan, signal }, show),
    );
    await fetch(`${reference.ui}/saved-state`, { method: 'POST', headers: JSON_HEADERS, body: '{}' });
  } finally {
    await migration.close();
    if (data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** People from all over those who were made. */
const spread = (people: number): ReadonlySet<string> =>
  new Set(
    Array.from({ length: people }, (_, n) => `Patient/p-${`${n * MADE_FOR_EACH + n}`.padStart(6, '0')}`),
  );

const JSON_HEADERS = { 'content-type': 'application/json' } as const;

/** What the profile reads from the environment. */
const addressesOf = ({ fhir, ui, tokenEndpoint, password }: RunningReference): Record<string, string> => ({
  GENREP_REFERENCE_FHIR: fhir,
  GENREP_REFERENCE_UI: ui,
  GENREP_REFERENCE_TOKEN_ENDPOINT: tokenEndpoint,
  GENREP_REFERENCE_PASSWORD: password,
});
