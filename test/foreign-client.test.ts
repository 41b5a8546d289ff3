import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../care/laboratory/contract.ts';
import { ROOT } from '../cli/project.ts';
import { wallClock } from '../flows/clock.ts';
import { Rehearsal } from '../systems/contract/rehearsal.ts';
import { loadProfile } from '../systems/load-profile.ts';
import { openSystem } from '../systems/open-system.ts';
import { AREAS } from '../systems/testing/areas.ts';
import { person, UNITS } from '../systems/testing/people.ts';
import { genrepHere } from './command-here.ts';

/**
 * A web client that nobody here wrote, Django's administration from PyPI, rehearsed by what a file of screens says of it.
 * What is ours is its three lists of fields (foreign-client/clinic/), and the faults that are planted behind its pages.
 */
const HERE = path.join(ROOT, 'test/foreign-client');
const PROFILE = path.join(HERE, 'system.yaml');
const DJANGO = path.join(ROOT, '.cache/foreign-client');
const PASSWORD = 'provklinikens-ord';

/** Why no clinic can be started on this machine; undefined when one can. */
function whyNot(): string | undefined {
  const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
  if (python.error !== undefined) return 'python3 saknas, så Djangos sidor går inte att starta';
  if (python.status !== 0) return 'python3 är äldre än 3.10, som Django behöver';
  return spawnSync('python3', ['-m', 'pip', '--version']).status === 0
    ? undefined
    : 'pip saknas för python3, så Django går inte att hämta';
}

/** Fetched once, and put in its place when it is whole. */
function fetchDjango(): void {
  if (existsSync(DJANGO)) return;
  const half = `${DJANGO}.half`;
  rmSync(half, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    'python3',
    [
      ...['-m', 'pip', 'install', '--quiet', '--no-compile', '--disable-pip-version-check'],
      ...['--target', half, '--requirement', path.join(HERE, 'requirements.txt')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Django could not be fetched: ${stderr}`);
  renameSync(half, DJANGO);
}

/** A browser that gives way to others may take long; how long is nothing that is tried here. */
const PAGES = 180_000;

const missing = whyNot();
if (missing !== undefined) process.stderr.write(`Not tried: ${missing}.\n`);
const closers: (() => Promise<void>)[] = [];

/** The clinic, with a fault behind its pages or none; tells where it is reached. */
async function startClinic(fault = ''): Promise<{ readonly address: string; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-clinic-'));
  const child = spawn('python3', [path.join(HERE, 'serve.py'), folder, fault], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PYTHONPATH: DJANGO,
      PYTHONDONTWRITEBYTECODE: '1',
      CLINIC_PASSWORD: PASSWORD,
    },
  });
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The clinic ended with exit code ${code} before it listened.`);
    }),
  ]);
  const { listening: address } = JSON.parse(line);
  return {
    address,
    close: async () => {
      await stop(child);
      await rm(folder, { recursive: true });
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

const ORDERED_AND_ANSWERED = contract[0];

/** Plays the laboratory's first case in a clinic, and tells what stopped it. */
async function brokenBy(fault: string): Promise<unknown> {
  const clinic = await startClinic(fault);
  closers.push(clinic.close);
  const profile = loadProfile(PROFILE);
  const clock = wallClock();
  const system = await openSystem({
    ...{ areas: AREAS, channel: 'ui', clock, recordings: tmpdir(), pageSnapshots: false },
    profile: {
      ...profile,
      ...(profile.ui && {
        ui: {
          ...profile.ui,
          address: clinic.address,
          signIn: { staff: '{role}', registry: 'registry', password: PASSWORD },
        },
      }),
    },
  });
  closers.push(() => system.close());
  await system.connect();
  const [patient, other] = [person(1), person(2)];
  const rehearsal = new Rehearsal({ system, units: UNITS, clock, patience: 0, patient, other });
  return rehearsal.play(ORDERED_AND_ANSWERED?.lines ?? []).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe.skipIf(missing !== undefined)(
  `a web client that nobody here wrote${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let clinic: Awaited<ReturnType<typeof startClinic>>;
    let environment: Readonly<Record<string, string>>;
    beforeAll(async () => {
      fetchDjango();
      clinic = await startClinic();
      environment = { CLINIC_ADDRESS: clinic.address, CLINIC_PASSWORD: PASSWORD };
    }, PAGES);
    afterAll(() => clinic?.close());
    afterEach(async () => {
      for (const close of closers.splice(0).toReversed()) await close();
    });

    it(
      'is tried by the contract: what it can, with a yes and a no of each, and what is not covered',
      async () => {
        const { exitCode, stdout } = await genrepHere(['contract', PROFILE, '--json'], environment);
        const { areas, broken } = JSON.parse(stdout) as {
          areas: { activities: { kind: string; outcome: string; reason?: string }[] }[];
          broken: unknown[];
        };
        const activities = areas.flatMap((area) => area.activities);
        expect(broken).toEqual([]);
        expect(activities.filter(({ outcome }) => outcome !== 'cannot')).toEqual(
          [
            ...['register-arrival', 'admit', 'bed-on-ward-list'],
            ...['order-test', 'collect-specimen', 'answer-order', 'order-on-laboratory-worklist'],
            ...['answer-on-orderers-list', 'exactly-one-answer', 'answer-reads-unchanged'],
            ...['record-vitals', 'vitals-in-chart'],
          ].map((kind) => expect.objectContaining({ kind, outcome: 'does' })),
        );
        expect(activities.find(({ kind }) => kind === 'prescribe')).toMatchObject({
          outcome: 'cannot',
          reason:
            'Skärmfilen säger inte hur ”ordinera” (prescribe) görs eller syns (test/foreign-client/screens.yaml).',
        });
        expect(exitCode).toBe(3);
      },
      PAGES,
    );

    it('is planned for: what can be tried in its pages, and what cannot, in words', async () => {
      const { exitCode, stdout } = await genrepHere(['plan', 'sas-vardag', '--system', PROFILE], environment);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^order-test +nej +ja/m);
      expect(stdout).toMatch(/^prescribe +nej +nej/m);
      expect(stdout).toContain('Skärmfilen säger inte hur ”ordinera” (prescribe) görs eller syns');
      expect(stdout).toContain('Profilen säger inte hur systemet nås genom ett api (fhir eller api).');
    });

    it(
      'that says that an order is saved and has lost it is caught where the order must be read',
      async () => {
        expect(await brokenBy('order-lost')).toMatchObject({
          kind: 'wrong-answer',
          message: expect.stringMatching(
            /^Sidan sade att det var sparat\. Det står inte där det ska läsas \(test\/foreign-client\/screens\.yaml:\d+\)\.$/,
          ),
        });
      },
      PAGES,
    );

    it(
      'that puts what was answered back among what waits is caught by what must be absent',
      async () => {
        expect(await brokenBy('answered-waits')).toMatchObject({
          kind: 'order-on-laboratory-worklist',
          message: expect.stringContaining('En rad säger ID ”1”'),
        });
      },
      PAGES,
    );
  },
);
