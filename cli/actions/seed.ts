import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { formatDuration, type Milliseconds } from '../../domain/time.ts';
import { EXIT } from '../../domain/verdict.ts';
import { readManifest } from '../../generators/output/read-manifest.ts';
import { type LoadPlan, loadPlanOf } from '../../generators/seed/load-plan.ts';
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
  const manifest = readManifest(folder);
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest({ system: profileName, faults: [] });
    try {
      const migration = openMigration(system.profile, Date.now);
      try {
        const client = seedClient(migration, signal);
        const log = path.join(folder, `seeded-${system.profile.name.replace(/[^\p{L}\p{N}-]+/gu, '-')}.log`);
        const plan = await loadPlanOf(folder, manifest);
        const about = { log, plan, signal };
        const loaded = { ...(await load(folder, client, about)), waited: client.waited() };
        const verification = await readBack(folder, client, about);
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

function load(folder: string, client: TellingClient, about: Loading): Promise<SeedProgress> {
  const begun = performance.now();
  const line = ({ loaded, all, before }: SeedProgress): string =>
    paceLine({ done: loaded, all, before, passed: performance.now() - begun, what: 'resurser' }) +
    waitedFor(client.waited());
  return withProgressLine(`Laddar ${folder}`, line, (show) => seedPopulation(folder, client, about, show));
}

function readBack(folder: string, client: SeedClient, about: Loading): Promise<SeedVerification> {
  const line = (sampled: number): string => `${inSwedish(sampled)} resurser lästa`;
  return withProgressLine('Läser tillbaka antal och stickprov', line, (show) =>
    verifySeed(folder, client, { ...about, progress: show }),
  );
}

interface Loading {
  readonly log: string;
  readonly plan: LoadPlan;
  readonly signal: AbortSignal;
}

function describe(
  { loaded, before, waited }: SeedProgress & { readonly waited: Milliseconds },
  verification: SeedVerification,
): string {
  const { counted, sampled, problems } = verification;
  const lines = [
    `${inSwedish(loaded)} resurser finns i systemet, ${inSwedish(loaded - before)} av dem laddade nu${waitedFor(waited)}.`,
    `Läst tillbaka: antal av ${counted} resurstyper och ${inSwedish(sampled)} resurser.`,
    ...(problems.length === 0 ? ['Allt stämmer.'] : problems.map((problem) => `✗ ${problem}`)),
  ];
  return `${lines.join('\n')}\n`;
}

const waitedFor = (waited: Milliseconds): string =>
  waited === 0
    ? ''
    : ` · väntat ${formatDuration(waited)} på ett system som var upptaget eller vars listor släpar`;

/** A client that tells how long it has waited for the system's sake. */
interface TellingClient extends SeedClient {
  waited(): Milliseconds;
}

/** Answers are JSON where they are anything; what a server says in another way has no body here. */
function seedClient(migration: Migration, signal: AbortSignal): TellingClient {
  let waited = 0;
  return {
    waited: () => waited,
    async request(method, where, body, headers) {
      const response = await migration.request({ method, path: where, body, headers });
      return {
        status: response.status,
        headers: Object.fromEntries(HEADERS.map((name) => [name, response.header(name)])),
        body: parsed(response.text()),
      };
    },
    async pause(milliseconds) {
      waited += milliseconds;
      await setTimeout(milliseconds, undefined, { signal });
    },
  };
}

const HEADERS = ['location', 'retry-after', 'date'] as const;

/** Some servers begin with a byte order mark, which is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
