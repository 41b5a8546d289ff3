import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { EXIT } from '../domain/verdict.ts';
import { readEvidence } from '../evidence/read.ts';
import { type FoundK6, findK6Patiently } from '../load/find-k6.ts';
import { listFaults } from '../reference/faults/faults.ts';
import type { Readiness } from '../reports/readiness.ts';
import { boastingStatement, outcomeOf } from '../systems/testing/plain-server.ts';
import { startSmallServer } from '../systems/testing/small-server.ts';
import { type CommandResult, genrep } from './command.ts';
import { killedAt } from './killed-at.ts';

/**
 * The day through a real k6 against a real system: the same flows and questions as robots', judged by the same gates.
 * Waits for a set-up that is still making k6; without any, load is not covered here either.
 */
const K6: FoundK6 = await findK6Patiently({ root: ROOT, environment: process.env }, (line) =>
  console.log(line),
);

/** Found only, or also, under load: two patients' answers swapped needs two who read at once. */
const FAULTS = ['order-lost=1/2', 'result-late=1/2', 'vitals-on-wrong-patient', 'answers-swapped'] as const;

const SHORT = ['load', 'sas-vardag', '--hours', '09-10', '--in', '3s', '--json'];

interface Run {
  readonly result: CommandResult;
  readonly readiness: Readiness;
  readonly events: readonly EvidenceEvent[];
}

const newFolder = () => mkdtemp(path.join(tmpdir(), 'genrep-load-test-'));

async function load(...options: readonly string[]): Promise<Run> {
  const out = path.join(await newFolder(), 'run');
  return read(await genrep([...SHORT, ...options, '--out', out]), out);
}

async function read(result: CommandResult, out: string): Promise<Run> {
  if (result.stdout === '') throw new Error(result.stderr);
  const events: EvidenceEvent[] = [];
  for await (const { event } of readEvidence(out)) events.push(event);
  return { result, readiness: JSON.parse(result.stdout), events };
}

/** What a runner of k6-operator does with the files, as far as the files are concerned: parallelism 2, logs kept. */
async function playAsRunner(folder: string, index: number, beganAt: number): Promise<void> {
  if (!K6.found) throw new Error('There is no k6.');
  const segment = ['0:1/2', '1/2:1'][index] ?? '';
  const child = spawn(
    K6.program,
    [
      ...['run', '--quiet', `--execution-segment=${segment}`, '--execution-segment-sequence=0,1/2,1'],
      ...[
        '--log-format=raw',
        '--summary-mode=disabled',
        '--no-thresholds',
        '--no-usage-report',
        '--address=',
      ],
      path.join(folder, 'files', 'script.js'),
    ],
    { env: { ...process.env, GENREP_BEGAN_AT: `${beganAt}` }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(path.join(folder, 'logs', `runner-${index + 1}.log`));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  await once(child, 'close');
  log.end();
  await once(log, 'finish');
}

const failed = ({ requirements }: Readiness): string[] =>
  requirements.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement.id);

describe.skipIf(!K6.found)('the day as load', () => {
  describe('on a healthy system, in two parts', () => {
    let run: Run;
    beforeAll(async () => {
      run = await load('--segments', '2');
    }, 120_000);

    it('plays every planned arrival exactly once', () => {
      const started = run.events.find((event) => event.type === 'load-started');
      const begun = run.events
        .filter((event) => event.type === 'flow-started')
        .map(({ instance }) => instance);
      expect(new Set(begun).size).toBe(begun.length);
      expect(begun).toHaveLength(started?.planned ?? -1);
      expect(run.events.find((event) => event.type === 'load-ended')).toMatchObject({
        ending: 'complete',
        generators: 2,
        completed: 2,
      });
    });

    it('records every step with its planned time, start, end and verdict, and no step goes wrong', () => {
      const steps = run.events.filter((event) => event.type === 'step-ended');
      expect(steps.length).toBeGreaterThan(500);
      for (const step of steps) {
        expect(step).toMatchObject({ verdict: 'pass', plannedAt: expect.any(Number) });
        expect(step.endedAt).toBeGreaterThanOrEqual(step.startedAt);
      }
    });

    it('is judged by the gates of load, and by nothing that it did not look at', () => {
      const ofLoad = run.readiness.gates.filter(({ from }) => from.includes('load'));
      const verdicts = Object.fromEntries(ofLoad.map(({ id, verdict }) => [id, verdict]));
      // How soon is the machine's word, not this test's: those gates have judged, and may say anything.
      expect(verdicts).toEqual({
        'last-fel': 'pass',
        'last-tappade': 'pass',
        'last-svarstid': expect.not.stringMatching('not-covered'),
        'last-overlamning': expect.not.stringMatching('not-covered'),
        'last-generator': expect.not.stringMatching('not-covered'),
      });
      expect(failed(run.readiness)).toEqual([]);
    });
  });

  it('is one run, when its parts ran elsewhere and their logs came home', async () => {
    const folder = await newFolder();
    const system = path.join(folder, 'prov.yaml');
    // Takes nobody in, so that every flow ends where it began: what is asked here is that each was played, once.
    const server = await startSmallServer(({ address }) =>
      address.endsWith('/metadata')
        ? { json: boastingStatement() }
        : { status: 422, json: outcomeOf('Här tas ingen emot.') },
    );
    try {
      await writeFile(
        system,
        `name: prov\nenvironment: test\nfhir: ${server.address}/fhir\nsignIn:\n  method: none\n`,
      );
      const written = await genrep([
        ...['load', 'sas-vardag', '--hours', '09-09:15', '--in', '1s', '--system', system],
        ...['--distributed', '2', '--out', folder],
      ]);
      expect(written).toMatchObject({ exitCode: EXIT.pass, stderr: '' });
      const beganAt = Date.now() + 1_500;
      await Promise.all([0, 1].map((index) => playAsRunner(folder, index, beganAt)));
    } finally {
      await server.close();
    }
    const out = path.join(folder, 'run');
    const collected = ['load', 'sas-vardag', '--collect', folder, '--out', out, '--json'];
    const { result, events } = await read(await genrep(collected), out);
    expect(result.exitCode).toBe(EXIT.broken);
    const started = events.find((event) => event.type === 'load-started');
    const begun = events.flatMap((event) => (event.type === 'flow-started' ? [event.instance] : []));
    expect(new Set(begun).size).toBe(started?.planned);
    expect(begun).toHaveLength(started?.planned ?? -1);
    expect(events.find((event) => event.type === 'load-ended')).toMatchObject({
      ending: 'complete',
      completed: 2,
    });
  }, 60_000);

  it('keeps what was measured when it is killed, and is no go', async () => {
    const out = path.join(await newFolder(), 'run');
    await killedAt('"type":"step-ended"', ['load', 'sas-vardag', '--hours', '09-10', '--in', '1m'], out);
    const verified = await genrep(['verify', out]);
    expect(verified).toMatchObject({ exitCode: EXIT.pass, stderr: '' });
    const { result, readiness, events } = await read(
      await genrep(['readiness', '1-sodra', out, '--json']),
      out,
    );
    expect(result.exitCode).toBe(EXIT.fail);
    expect(readiness.reasons).toContainEqual(
      expect.objectContaining({
        verdict: 'unknown',
        text: expect.objectContaining({ sv: expect.stringContaining('dog innan den var klar') }),
      }),
    );
    expect(events.some((event) => event.type === 'step-ended')).toBe(true);
  }, 60_000);

  describe('on a system with faults', () => {
    let run: Run;
    beforeAll(async () => {
      run = await load('--multiply', '3', '--in', '2s', ...FAULTS.flatMap((fault) => ['--fault', fault]));
    }, 120_000);

    it('is red, however quickly the wrong answers came', () => {
      expect(run.result.exitCode).toBe(EXIT.fail);
      expect(run.readiness.gates.find(({ id }) => id === 'last-fel')?.verdict).toBe('fail');
    });

    it.each(FAULTS)('%s turns a requirement of its own red', (specification) => {
      const fault = listFaults().find(({ name }) => name === specification.split('=')[0]);
      expect(failed(run.readiness)).toEqual(
        expect.arrayContaining([expect.stringMatching((fault?.requirements ?? ['?']).join('|'))]),
      );
    });

    it('finds that two patients’ answers were swapped, by whose they were', () => {
      const reasons = run.events.flatMap((event) =>
        event.type === 'step-ended' ? [event.reason ?? ''] : [],
      );
      expect(reasons).toEqual(expect.arrayContaining([expect.stringMatching(/handlar om en annan patient/)]));
    });
  });
});
