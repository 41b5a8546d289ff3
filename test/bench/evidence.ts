import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { JOURNAL_FILE } from '../../evidence/files.ts';
import { openJournal, resumeJournal } from '../../evidence/journal.ts';
import { readPastRun } from '../../evidence/past-run.ts';
import { newKeys, signerOf } from '../../evidence/signing.ts';
import { flowStarted, runStarted, stepEnded } from '../../evidence/testing/run.ts';
import { verifyIntegrity, verifyJournal } from '../../evidence/verify.ts';
import { progressOf } from '../../flows/flow-progress.ts';
import { atLeast, below, type Figure } from './figure.ts';
import { median } from './median.ts';

const RECORDS = 100_000;
const STEPS = 12;

/** How many records are written between two syncs that somebody waits for. */
const GROUP = 200;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

const thrice = async (work: () => Promise<number>): Promise<number> =>
  median([await work(), await work(), await work()]);

/** The journal of a large run that was cut off: how fast it is written, checked and taken up again. */
export async function benchEvidence(): Promise<Figure[]> {
  const events = [...largeRun()];
  const options = {
    now: Date.now,
    secrets: ['ett-lösenord-i-testmiljön'],
    signer: signerOf(newKeys().privateKey),
  };
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-bench-'));
  let runs = 0;
  let run = '';
  const writing = await thrice(async () => {
    runs += 1;
    run = path.join(folder, `${runs}`);
    return seconds(() => write(run, events, options));
  });
  const { size } = await stat(path.join(run, JOURNAL_FILE));
  const chain = await thrice(() => seconds(() => verifyIntegrity(run)));
  const all = await thrice(() => seconds(() => verifyJournal(run)));
  const resuming = await seconds(async () => {
    const past = await readPastRun(run);
    progressOf(past.events);
    await (await resumeJournal(run, past, options)).close();
  });
  await rm(folder, { recursive: true });
  const megabytes = size / 1e6;
  return [
    atLeast('journal: records appended, hashed, a sync every 200', events.length / writing, 20_000, '/s'),
    atLeast('journal: verify (checksums, hash chain, signed head)', megabytes / chain, 200, 'MB/s'),
    atLeast('journal: verify with every event held against the schema', megabytes / all, 20, 'MB/s'),
    below('journal: resume of a run of 100,000 records', resuming, 2, 's'),
  ];
}

async function write(
  run: string,
  events: readonly EvidenceEvent[],
  options: Parameters<typeof openJournal>[1],
): Promise<void> {
  const journal = await openJournal(run, options);
  for (const [index, event] of events.entries()) {
    journal.append(event);
    if (index % GROUP === 0) await journal.flush();
  }
  await journal.close();
}

function* largeRun(): Generator<EvidenceEvent> {
  yield runStarted();
  for (let flow = 0; flow * (2 + 2 * STEPS) < RECORDS; flow += 1) {
    const instance = `f-${String(flow).padStart(5, '0')}`;
    yield flowStarted(instance);
    for (let step = 0; step < STEPS; step += 1) {
      yield {
        type: 'step-started',
        instance,
        step,
        token: `2026-11-23-sas-vardag.${instance}.${step}`,
        startedAt: 1,
      };
      yield stepEnded(instance, step, {
        latency: { of: 0, clock: 'system', milliseconds: 812 },
        expected: 'Troponin T på laboratoriets arbetslista för patienten',
        observed: 'Troponin T står på arbetslistan sedan 06:12',
        outcome: {
          status: 'done',
          reference: `ServiceRequest/${flow}-${step}`,
          begunAt: 1,
          acknowledgedAt: 2,
        },
      });
    }
    yield { type: 'flow-ended', instance, verdict: 'pass' };
  }
}
