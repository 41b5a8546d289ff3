import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { EXIT } from '../../domain/verdict.ts';
import { readManifest } from '../../generators/output/read-manifest.ts';
import type { SeedClient } from '../../generators/seed/seed-client.ts';
import { type SeedProgress, seedPopulation } from '../../generators/seed/seed-population.ts';
import { type SeedVerification, verifySeed } from '../../generators/seed/verify-seed.ts';
import { type Migration, openMigration } from '../../systems/open-migration.ts';
import type { SeedCommandOptions } from '../commands/seed.ts';
import { interruptible } from '../interruption.ts';
import { inSwedish, paceLine } from '../progress/bar.ts';
import { withProgressLine } from '../progress/progress-line.ts';
import { openSystemUnderTest } from '../system-under-test.ts';

/** `genrep seed`: loads, then reads counts and a sample back. */
export async function seedFolder(
  folder: string,
  { system: profileName, json }: SeedCommandOptions,
): Promise<void> {
  readManifest(folder);
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest({ system: profileName, faults: [] });
    try {
      const migration = openMigration(system.profile, Date.now);
      try {
        const client = seedClient(migration, signal);
        const log = path.join(folder, `seeded-${system.profile.name.replace(/[^\p{L}\p{N}-]+/gu, '-')}.log`);
        const loaded = await load(folder, client, log, signal);
        const verification = await readBack(folder, client, signal);
        process.stdout.write(
          json
            ? `${JSON.stringify({ folder: path.resolve(folder), ...loaded, ...verification })}\n`
            : describe(loaded, verification),
        );
        process.exitCode = verification.problems.length === 0 ? EXIT.pass : EXIT.fail;
      } finally {
        await migration.close();
      }
    } finally {
      await system.close();
    }
  });
}

function load(folder: string, client: SeedClient, log: string, signal: AbortSignal): Promise<SeedProgress> {
  const begun = performance.now();
  const line = ({ loaded, all, before }: SeedProgress): string =>
    paceLine({ done: loaded, all, before, passed: performance.now() - begun, what: 'resurser' });
  return withProgressLine(`Laddar ${folder}`, line, (show) =>
    seedPopulation(folder, client, { log, signal }, show),
  );
}

function readBack(folder: string, client: SeedClient, signal: AbortSignal): Promise<SeedVerification> {
  const line = (sampled: number): string => `${inSwedish(sampled)} resurser lästa`;
  return withProgressLine('Läser tillbaka antal och stickprov', line, (show) =>
    verifySeed(folder, client, { signal, progress: show }),
  );
}

function describe({ loaded, before }: SeedProgress, verification: SeedVerification): string {
  const { counted, sampled, problems } = verification;
  const lines = [
    `${inSwedish(loaded)} resurser finns i systemet, ${inSwedish(loaded - before)} av dem laddade nu.`,
    `Läst tillbaka: antal av ${counted} resurstyper och ${inSwedish(sampled)} resurser.`,
    ...(problems.length === 0 ? ['Allt stämmer.'] : problems.map((problem) => `✗ ${problem}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Answers are JSON where they are anything; what a server says in another way has no body here. */
const seedClient = (migration: Migration, signal: AbortSignal): SeedClient => ({
  async request(method, where, body, headers) {
    const response = await migration.request({ method, path: where, body, headers });
    return {
      status: response.status,
      headers: { location: response.header('location') },
      body: parsed(response.text()),
    };
  },
  pause: (milliseconds) => setTimeout(milliseconds, undefined, { signal }),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
