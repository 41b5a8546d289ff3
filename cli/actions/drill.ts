import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '../../domain/input-error.ts';
import { exitCodeOf, outcomeOf } from '../../domain/outcome.ts';
import { type DrillJudged, judgeDrill } from '../../downtime/checks.ts';
import { type Drill, loadDrill } from '../../downtime/drill.ts';
import { openGateway } from '../../downtime/gateway.ts';
import { drillPage } from '../../downtime/page.ts';
import { type Rehearsed, rehearse } from '../../downtime/rehearse.ts';
import { personAt } from '../../generators/people/person-at.ts';
import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import { openMigration } from '../../systems/open-migration.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { completed } from '../../systems/sign-in-files.ts';
import { interruptible } from '../interruption.ts';
import { newRun } from '../run-folder.ts';
import { openSystemUnderTest } from '../system-under-test.ts';
import { withItsPlace } from '../unreachable.ts';

/** As commander hands them over. */
export interface DrillOptions {
  readonly system: string;
  readonly seed: number;
  readonly out?: string;
  readonly json?: true;
}

/** `genrep drill`: a downtime in a test environment, and what stands there afterwards. */
export async function rehearseDowntime(name: string, options: DrillOptions): Promise<void> {
  const drill = loadDrill(name);
  const { id, folder } = await newRun('driftstopp', options);
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest({ system: options.system, faults: [] });
    try {
      const rehearsed = await behindADoor(drill, system.profile, id, options.seed, signal);
      await tell(rehearsed, judgeDrill(rehearsed), system.profile, folder, options);
    } catch (error) {
      throw withItsPlace(error, system.profile);
    } finally {
      await system.close();
    }
  });
}

/** The robots reach the system through a door, and nothing of the system itself is touched. */
async function behindADoor(
  drill: Drill,
  profile: SystemProfile,
  run: string,
  seed: number,
  signal: AbortSignal,
): Promise<Rehearsed> {
  if (profile.fhir === undefined)
    throw new InputError(`Systemprofilen ${profile.name} saknar "fhir", adressen som övningen går genom.`);
  const gateway = await openGateway(completed(profile).fhir ?? profile.fhir);
  const migration = openMigration({ ...profile, fhir: gateway.address }, Date.now);
  try {
    return await rehearse(drill, {
      ...{ gateway, run },
      client: {
        async request(method, address, body, headers = {}) {
          const response = await migration.request({
            ...{ method, path: address },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            headers: body === undefined ? headers : { ...headers, 'content-type': 'application/fhir+json' },
          });
          return {
            status: response.status,
            body: parsed(response.text()),
            location: response.header('location'),
          };
        },
      },
      clock: {
        now: Date.now,
        pause: async (milliseconds) => void (await setTimeout(milliseconds, undefined, { signal })),
      },
      people: Array.from({ length: drill.patients }, (_, index) => personAt(seed, index)),
      progress: (what) => void process.stderr.write(`${what}\n`),
    });
  } finally {
    await migration.close();
    await gateway.close();
  }
}

async function tell(
  rehearsed: Rehearsed,
  judged: DrillJudged,
  { name }: SystemProfile,
  folder: string,
  { json }: DrillOptions,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'drill.html');
  const { entered, found, ...plain } = rehearsed;
  const result = { system: name, ...judged, ...plain, entered: [...entered], found: [...found] };
  await writeFile(page, drillPage(rehearsed, judged, name));
  await writeFile(path.join(folder, 'drill.json'), `${JSON.stringify(result, null, 2)}\n`);
  const lines = judged.checks.map(
    ({ verdict, words, measured }) => `${VERDICT_TEXTS[verdict].symbol} ${words.sv}: ${measured.sv}`,
  );
  process.stdout.write(
    json === true
      ? `${JSON.stringify(result)}\n`
      : `${lines.join('\n')}\n${path.relative(process.cwd(), page)}\n`,
  );
  process.exitCode = exitCodeOf(outcomeOf(judged.verdict));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
