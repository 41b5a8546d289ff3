import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readDay, type WrittenDay } from '../../cli/prepare-day.ts';
import { requireK6 } from '../../cli/require-k6.ts';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import { collectLoad } from '../../load/run/collect-load.ts';
import { runK6 } from '../../load/run/k6-process.ts';
import { writeLoadFiles } from '../../load/run/write-load-files.ts';
import { smallPlan } from '../../load/testing/small-plan.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { AREAS } from '../../systems/testing/areas.ts';
import { below, type Figure } from './figure.ts';
import { costBesideByHand, costOfRequests } from './load/cost-of-requests.ts';
import { environment, load, newFolder, planOf } from './load/run-load.ts';
import { startStubServer } from './load/stub-server.ts';

/** What a load through k6 costs, and how true it is to its plan. */
export async function benchLoad(): Promise<Figure[]> {
  const k6 = await requireK6();
  const written = await readDay('sas-vardag');
  return [
    ...(await costBesideByHand(k6, written)),
    ...(await costOfRequests(k6, written)),
    ...(await startLag(k6)),
    ...(await largePlan(k6, written)),
    ...(await merge()),
  ];
}

/** How late arrivals begin at 200 a second, uneven ones, against a server that costs nothing. */
async function startLag(k6: string): Promise<Figure[]> {
  const stub = await startStubServer();
  try {
    const profile: SystemProfile = {
      name: 'prov',
      environment: 'test',
      fhir: stub.fhir,
      signIn: { method: 'none' },
    };
    const plan = smallPlan(2_000);
    const entries = plan.entries
      .map((entry, index) => ({ ...entry, at: Math.round(index * 5 + ((index * 7_919) % 40)) }))
      .sort((a, b) => a.at - b.at);
    const { lines } = await load({ k6, plan: { ...plan, entries }, profile, run: 'bench-lag' });
    const lags = lines.flatMap((line) => (line.genrep === 'news' ? line.slices : []));
    const p99 = Histogram.from(...lags.map((slice) => slice.startLag)).percentile(0.99) ?? Number.NaN;
    return [below('load: start lag at 200 arrivals/s, p99', p99, 20, 'ms')];
  } finally {
    stub.close();
  }
}

const MILLION = 1_000_000;

/** A profile that allows as many at once as a plan of any size needs. */
async function roomyProfile(): Promise<string> {
  const text = await readFile(new URL('../../load/profiles/peak-hour.yaml', import.meta.url), 'utf8');
  const file = path.join(await newFolder(), 'roomy.yaml');
  await writeFile(file, text.replace(/^mostInFlight: .*$/m, 'mostInFlight: 100000'));
  return file;
}

/** A plan of a million steps: made by Node, opened by k6. */
async function largePlan(k6: string, written: WrittenDay): Promise<Figure[]> {
  const stub = await startStubServer();
  try {
    const begun = performance.now();
    const plan = await planOf(written, 185, 36_000_000, {
      hours: { from: 0, to: 24 },
      profile: await roomyProfile(),
    });
    const steps = plan.entries.reduce(
      (sum, entry) => sum + (entry.type === 'flow' ? entry.thinkTimes.length : 0),
      0,
    );
    if (steps < MILLION) throw new Error(`The plan has ${steps} steps only.`);
    const folder = await newFolder();
    const profile: SystemProfile = {
      name: 'prov',
      environment: 'test',
      fhir: stub.fhir,
      signIn: { method: 'none' },
    };
    await writeLoadFiles({
      folder,
      run: 'bench-large',
      load: 'load-1',
      plan,
      areas: AREAS.fhirFiles,
      profile,
    });
    const seconds = (performance.now() - begun) / 1_000;
    return [
      below('load: plan of a million steps compiled and written', seconds, 20, 's'),
      below('load: memory of k6 with that plan open', await memoryWhenReady(k6, folder), 1_000, 'MB'),
    ];
  } finally {
    stub.close();
  }
}

/** The most memory that a k6 has used when it is ready to begin, in megabytes. */
async function memoryWhenReady(k6: string, folder: string): Promise<number> {
  const stop = new AbortController();
  let pid: number | undefined;
  let megabytes = Number.NaN;
  await runK6({
    program: k6,
    folder,
    environment,
    signal: stop.signal,
    started: (child) => {
      pid = child;
    },
    take(line) {
      if (line.genrep !== 'ready') return;
      void readFile(`/proc/${pid}/status`, 'utf8').then((status) => {
        megabytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
        stop.abort();
      });
    },
  });
  return megabytes;
}

/** A million steps told by four generators, made one run's evidence. */
async function merge(): Promise<Figure[]> {
  const plan = smallPlan(MILLION, 4);
  const logs = await newFolder();
  for (const segment of [0, 1, 2, 3]) await writeFile(path.join(logs, `${segment}.log`), logOf(segment));
  let steps = 0;
  const sink = ({ type }: EvidenceEvent): void => {
    if (type === 'step-ended') steps += 1;
  };
  const begun = performance.now();
  await collectLoad({ logs, load: 'load-1', plan, sink });
  const seconds = (performance.now() - begun) / 1_000;
  if (steps !== MILLION) throw new Error(`The merge told of ${steps} steps.`);
  return [below('load: four segments with a million steps merged', seconds, 10, 's')];
}

function logOf(segment: number): string {
  const lines = [JSON.stringify({ genrep: 'ready', segment, beganAt: 1 })];
  const took = Array.from({ length: 1_000 }, (_, at) => (at % 97) * 100 + 50);
  const histogram = new Histogram();
  for (let at = 0; at < 1_000; at += 1) histogram.record((at % 97) + 0.5);
  for (let from = segment; from < MILLION; from += 4_000) {
    const rows: unknown[] = [];
    for (let index = from; index < Math.min(MILLION, from + 4_000); index += 4) {
      rows.push(
        ['began', index, 1, 0],
        ['step', index, 0, 1, 1, 40, 0, 'pass'],
        ['ended', index, 'pass', 41],
      );
    }
    const h = histogram.toJSON();
    const slice = {
      slice: 0,
      signIns: 0,
      inFlight: 3,
      failures: {},
      took,
      startLag: h,
      loopLag: h,
    };
    lines.push(JSON.stringify({ genrep: 'news', segment, rows, slices: [slice] }));
  }
  lines.push(JSON.stringify({ genrep: 'done', segment, unended: 0 }));
  return `${lines.join('\n')}\n`;
}
