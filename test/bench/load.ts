import { copyFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readDay, type WrittenDay } from '../../cli/prepare-day.ts';
import { prepareLoad } from '../../cli/prepare-load.ts';
import { startReference } from '../../cli/reference-process.ts';
import { requireK6 } from '../../cli/require-k6.ts';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { LoadPlan } from '../../load/plan/load-plan.ts';
import { collectLoad } from '../../load/run/collect-load.ts';
import { cpuSecondsOf } from '../../load/run/cpu-seconds.ts';
import { runK6 } from '../../load/run/k6-process.ts';
import { writeLoadFiles } from '../../load/run/write-load-files.ts';
import type { TelemetryLine } from '../../load/telemetry-line.ts';
import { smallPlan } from '../../load/testing/small-plan.ts';
import { featureOf } from '../../scenarios/flows-named.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { profileOf } from '../rehearsal.ts';
import { atLeast, below, type Figure, told } from './figure.ts';
import type { Exchange } from './load/exchange.ts';
import { handwrittenRequests } from './load/handwritten-requests.ts';
import { startRecordingProxy } from './load/recording-proxy.ts';
import { type ReplayedExchange, startReplayServer } from './load/replay-server.ts';
import { stepsOfRequests } from './load/steps-of-requests.ts';
import { startStubServer } from './load/stub-server.ts';
import { median } from './median.ts';

const newFolder = () => mkdtemp(path.join(tmpdir(), 'genrep-bench-load-'));
const signal = new AbortController().signal;

/** What a load through k6 costs, and how true it is to its plan. */
export async function benchLoad(): Promise<Figure[]> {
  const k6 = await requireK6();
  const written = await readDay('sas-vardag');
  return [
    ...(await costOfRequests(k6, written)),
    ...(await startLag(k6)),
    ...(await largePlan(k6, written)),
    ...(await merge()),
  ];
}

const planOf = (
  written: WrittenDay,
  multiply: number,
  length: number,
  { hours = { from: 9, to: 12 }, profile = 'peak-hour' } = {},
): Promise<LoadPlan> => prepareLoad(written, { profile, hours, multiply, in: length, seed: 1, segments: 1 });

const open = { ...process.env };

/** What a machine does beside it falls on all alike when they take turns. */
const ROUNDS = 5;

/** Arrivals so close that half of the requests come at some 1,450 a second: what one core is asked to send. */
const LENGTH: Milliseconds = 3_000;

/**
 * Requests for each second of k6's processor time: compiled flows, the very same requests written by hand, and the same
 * with no look at what came back. What a request costs k6 depends on how many come a second, so all send theirs at the
 * same times, to a server that costs nothing and answers as the reference environment did.
 */
async function costOfRequests(k6: string, written: WrittenDay): Promise<Figure[]> {
  const day = withoutBookings(written);
  const { exchanges, profile } = await recorded(k6, day);
  const plan = await planOf(day, 2, LENGTH);
  const steps = await stepsOfRequests(plan, profile, RUN, exchanges);
  const rounds: { readonly compiled: number; readonly byHand: number; readonly bare: number }[] = [];
  let bundle = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { folder, cpu, replayed } = await compiled(k6, plan, profile, exchanges);
    const requests = handwrittenRequests(replayed, ORIGIN, steps);
    const byHand = await handwritten(k6, 'handwritten.js', requests, exchanges);
    const bare = await handwritten(k6, 'bare.js', requests, exchanges);
    const count = requests.length;
    rounds.push({ compiled: count / cpu, byHand: count / byHand, bare: count / bare });
    bundle = (await stat(path.join(folder, 'script.js'))).size / 1024;
  }
  const share = median(rounds.map((round) => (100 * round.compiled) / round.byHand));
  const perSecond = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name]));
  return [
    atLeast('load: requests per CPU-second of compiled flows, of the same written by hand', share, 80, '%'),
    atLeast('load: requests/s a core, compiled flows', perSecond('compiled'), 1_500, '/s'),
    told('load: requests/s a core, the same written by hand', perSecond('byHand'), '/s'),
    told('load: requests/s a core, the same only sent, no answer looked at', perSecond('bare'), '/s'),
    below('load: bundle for k6', bundle, 200, 'KB'),
  ];
}

/** One run of the flows, and what they sent. */
const compiled = (k6: string, plan: LoadPlan, profile: SystemProfile, exchanges: readonly Exchange[]) =>
  replaying(exchanges, async (origin, replayed) => {
    const { lines, ...measured } = await load({ k6, plan, profile: at(origin, profile), run: RUN });
    requireAllPassed(lines);
    return { ...measured, replayed };
  });

/** Flows that broke off would send something else than what was recorded, and cost something else. */
function requireAllPassed(lines: readonly TelemetryLine[]): void {
  const rows = lines.flatMap((line) => (line.genrep === 'news' ? line.rows : []));
  const other = rows.find((row) => row[0] === 'ended' && row[2] !== 'pass');
  if (other !== undefined) throw new Error(`A flow did not pass: ${JSON.stringify(other)}`);
}

const ORIGIN = 'http://recorded';
const RUN = 'bench';

/** The same, said of another host. */
const at = <T>(origin: string, what: T): T => JSON.parse(JSON.stringify(what).replaceAll(ORIGIN, origin));

/** An answer about a time that was asked for by the clock cannot be given again. */
function withoutBookings(written: WrittenDay): WrittenDay {
  const booked = written.flows
    .filter(({ steps }) =>
      steps.some(({ activity }) => 'kind' in activity && activity.kind === 'booking-on-schedule'),
    )
    .map(({ id }) => featureOf(id));
  const mix = written.day.mix.filter(({ flow }) => !booked.includes(featureOf(flow)));
  return { ...written, day: { ...written.day, mix } };
}

/** What the reference environment answers to a load at a pace that it keeps up with, under no host's name. */
async function recorded(k6: string, day: WrittenDay) {
  const reference = await startReference({});
  const { origin } = new URL(reference.fhir);
  const proxy = await startRecordingProxy(origin);
  try {
    const profile = profileOf(reference);
    const through: SystemProfile = JSON.parse(JSON.stringify(profile).replaceAll(origin, proxy.origin));
    await load({ k6, plan: await planOf(day, 2, 30_000), profile: through, run: RUN });
    const anonymous = <T>(what: T): T =>
      JSON.parse(JSON.stringify(what).replaceAll(origin, ORIGIN).replaceAll(proxy.origin, ORIGIN));
    return { exchanges: proxy.exchanges.map(anonymous), profile: anonymous(profile) };
  } finally {
    proxy.close();
    await reference.close();
  }
}

async function replaying<T>(
  exchanges: readonly Exchange[],
  use: (origin: string, replayed: readonly ReplayedExchange[]) => Promise<T>,
): Promise<T> {
  const server = await startReplayServer(exchanges, ORIGIN);
  try {
    return await use(server.origin, server.replayed);
  } finally {
    server.close();
  }
}

async function load({
  k6,
  plan,
  profile,
  run,
}: {
  k6: string;
  plan: LoadPlan;
  profile: SystemProfile;
  run: string;
}) {
  const folder = await newFolder();
  await writeLoadFiles({ folder, run, load: 'load-1', plan, profile });
  return { folder, ...(await measured(k6, folder)) };
}

/** Processor seconds of the same requests by a script. */
const handwritten = (
  k6: string,
  script: string,
  requests: ReturnType<typeof handwrittenRequests>,
  exchanges: readonly Exchange[],
): Promise<number> =>
  replaying(exchanges, async (origin, replayed) => {
    const folder = await newFolder();
    await writeFile(path.join(folder, 'requests.json'), JSON.stringify(at(origin, requests)));
    await copyFile(new URL(`./load/${script}`, import.meta.url), path.join(folder, 'script.js'));
    // Somebody without Genrep has k6 gather the figures.
    const { cpu } = await measured(k6, folder, ['--summary-mode', 'compact', '--no-thresholds=false']);
    if (replayed.length !== requests.length)
      throw new Error(`${script} sent ${replayed.length} requests, not ${requests.length}.`);
    return cpu;
  });

/** Processor time of a k6 from when it was ready to its end, and what it told. */
async function measured(
  k6: string,
  folder: string,
  further: readonly string[] = [],
): Promise<{ cpu: number; lines: TelemetryLine[] }> {
  const lines: TelemetryLine[] = [];
  let ready = 0;
  let latest = 0;
  let pid: number | undefined;
  const sample = setInterval(() => {
    latest = cpuSecondsOf(pid) ?? latest;
  }, 50);
  try {
    await runK6({
      program: k6,
      folder,
      environment: open,
      further,
      signal,
      started: (child) => {
        pid = child;
      },
      take(line) {
        lines.push(line);
        latest = cpuSecondsOf(pid) ?? latest;
        if (line.genrep === 'ready') ready = latest;
      },
    });
  } finally {
    clearInterval(sample);
  }
  return { cpu: latest - ready, lines };
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
    await writeLoadFiles({ folder, run: 'bench-large', load: 'load-1', plan, profile });
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
    environment: open,
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
