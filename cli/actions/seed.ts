import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { formatDuration, type Milliseconds } from '../../domain/time.ts';
import { EXIT, type ExitCode } from '../../domain/verdict.ts';
import { readManifest } from '../../generators/output/read-manifest.ts';
import { type LoadPlan, loadPlanOf } from '../../generators/seed/load-plan.ts';
import type { SeedClient } from '../../generators/seed/seed-client.ts';
import { type SeedProgress, seedPopulation } from '../../generators/seed/seed-population.ts';
import { type SeedVerification, verifySeed } from '../../generators/seed/verify-seed.ts';
import { openMigration } from '../../systems/open-migration.ts';
import { interruptible } from '../interruption.ts';
import { inSwedish, paceLine } from '../progress/bar.ts';
import { withProgressLine } from '../progress/progress-line.ts';
import { seedClientOf, type TellingClient } from '../seed-client.ts';
import { openSystemUnderTest } from '../system-under-test.ts';
import { withItsPlace } from '../unreachable.ts';

/** As commander hands them over. */
export interface SeedCommandOptions {
  readonly system: string;
  readonly json?: true;
}

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
        const client = seedClientOf(migration, (milliseconds) =>
          setTimeout(milliseconds, undefined, { signal }),
        );
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
        process.exitCode = exitCodeAfter(verification);
      } finally {
        await migration.close();
      }
    } catch (error) {
      throw withItsPlace(error, system.profile);
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
  const { counted, sampled, problems, unknown } = verification;
  const lines = [
    `${inSwedish(loaded)} resurser finns i systemet, ${inSwedish(loaded - before)} av dem laddade nu${waitedFor(waited)}.`,
    `Läst tillbaka: antal av ${counted} resurstyper och ${inSwedish(sampled)} resurser.`,
    ...problems.map((problem) => `✗ ${problem}`),
    ...unknown.map((what) => `? ${what}`),
    ...(problems.length + unknown.length === 0 ? ['Allt stämmer.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const exitCodeAfter = ({ problems, unknown }: SeedVerification): ExitCode =>
  problems.length > 0 ? EXIT.fail : unknown.length > 0 ? EXIT.inconclusive : EXIT.pass;

const waitedFor = (waited: Milliseconds): string =>
  waited === 0
    ? ''
    : ` · väntat ${formatDuration(waited)} på ett system som var upptaget eller vars listor släpar`;
