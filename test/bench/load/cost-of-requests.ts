import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WrittenDay } from '../../../cli/prepare-day.ts';
import { startReference } from '../../../cli/reference-process.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { bundleScript } from '../../../load/bundle.ts';
import type { LoadPlan } from '../../../load/plan/load-plan.ts';
import type { TelemetryLine } from '../../../load/telemetry-line.ts';
import { featureOf } from '../../../scenarios/flows-named.ts';
import type { SystemProfile } from '../../../systems/profile.ts';
import { AREAS } from '../../../systems/testing/areas.ts';
import { profileOf } from '../../rehearsal.ts';
import { atLeast, below, type Figure, told } from '../figure.ts';
import { median } from '../median.ts';
import type { Exchange } from './exchange.ts';
import { handwrittenData } from './handwritten-data.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { type ReplayedExchange, startReplayServer } from './replay-server.ts';
import { load, measured, newFolder, planOf } from './run-load.ts';
import { requireSame } from './same-requests.ts';

/** What a machine does beside it falls on all alike when they take turns. */
const ROUNDS = 5;

/** A load so heavy that half of the requests come at some 1,450 a second: what one core is asked to send. */
const LENGTH: Milliseconds = 3_000;

/** Requests for each second of k6's processor time, of flows as the day mixes them. */
export async function costOfRequests(k6: string, written: WrittenDay): Promise<Figure[]> {
  const played = await recorded(k6, withoutBookings(written), 2);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { cpu, replayed } = await compiled(k6, played);
    rates.push(replayed.length / cpu);
  }
  return [
    atLeast('load: requests/s a core, compiled flows', median(rates), 1_500, '/s'),
    below('load: bundle for k6', Buffer.byteLength(await bundleScript(AREAS.fhirFiles)) / 1024, 200, 'KB'),
  ];
}

/**
 * What the compiled flow that the day has most of costs, beside the same written by hand and the same requests with no
 * look at what came back. What a request costs k6 depends on how many come a second, so all send theirs at the same
 * times, to a server that costs nothing and answers as the reference environment did.
 */
export async function costBesideByHand(k6: string, written: WrittenDay): Promise<Figure[]> {
  const played = await recorded(k6, withOnly('slutenvard/avdelningsdygn', written), 8);
  const data = handwrittenData(played.plan, played.profile);
  const rounds: { readonly compiled: number; readonly byHand: number; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await compiled(k6, played);
    const byHand = await scripted(k6, 'handwritten', data, played);
    const bare = await scripted(k6, 'bare', { requests: own.replayed.map(bareRequest) }, played);
    requireSame(own.replayed, byHand.replayed);
    requireSame(own.replayed, bare.replayed);
    const perSecond = ({ cpu, replayed }: Cost) => replayed.length / cpu;
    rounds.push({ compiled: perSecond(own), byHand: perSecond(byHand), bare: perSecond(bare) });
  }
  const share = median(rounds.map((round) => (100 * round.compiled) / round.byHand));
  const perSecond = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name]));
  return [
    atLeast('load: requests per CPU-second of a compiled flow, of the same written by hand', share, 80, '%'),
    told('load: requests/s a core, that compiled flow', perSecond('compiled'), '/s'),
    told('load: requests/s a core, the same written by hand', perSecond('byHand'), '/s'),
    told('load: requests/s a core, the same ready-made and only sent', perSecond('bare'), '/s'),
  ];
}

/** A plan, and what was answered when it was played before. */
interface Played {
  readonly plan: LoadPlan;
  readonly profile: SystemProfile;
  readonly exchanges: readonly Exchange[];
}

interface Cost {
  /** Processor seconds. */
  readonly cpu: number;
  readonly replayed: readonly ReplayedExchange[];
}

/** One run of the flows, and what they sent. */
const compiled = (k6: string, { plan, profile, exchanges }: Played) =>
  replaying(exchanges, async (origin, replayed) => {
    const { lines, ...measured } = await load({ k6, plan, profile: at(origin, profile), run: RUN });
    requireAllPassed(lines);
    return { ...measured, replayed };
  });

/** One run of a script, with what it reads beside it. */
const scripted = (k6: string, name: string, data: object, { exchanges }: Played): Promise<Cost> =>
  replaying(exchanges, async (origin, replayed) => {
    const folder = await newFolder();
    await cp(new URL(`./${name}`, import.meta.url), folder, { recursive: true });
    await writeFile(path.join(folder, 'data.json'), JSON.stringify(at(origin, data)));
    // Somebody without Genrep has k6 gather the figures.
    const { cpu } = await measured(k6, folder, ['--summary-mode', 'compact', '--no-thresholds=false']);
    return { cpu, replayed };
  });

const bareRequest = ({ method, path: address, headers, body, at: when }: ReplayedExchange) => ({
  ...{ method, url: `${ORIGIN}${address}`, headers, body, at: when },
  name: `${method} ${address.split('?')[0]?.split('/').slice(0, 3).join('/')}`,
});

/** Flows that broke off would send something else than what was recorded, and cost something else. */
function requireAllPassed(lines: readonly TelemetryLine[]): void {
  const rows = lines.flatMap((line) => (line.genrep === 'news' ? line.rows : []));
  const other = rows.find(
    (row) => (row[0] === 'step' && row[7] !== 'pass') || (row[0] === 'ended' && row[2] !== 'pass'),
  );
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

/** A day on which all patients come for one thing. */
const withOnly = (feature: string, written: WrittenDay): WrittenDay => ({
  ...written,
  day: { ...written.day, mix: written.day.mix.filter(({ flow }) => featureOf(flow) === feature) },
});

/** What the reference environment answers to a day at a pace that it keeps up with, under no host's name. */
async function recorded(k6: string, day: WrittenDay, multiply: number): Promise<Played> {
  const reference = await startReference({});
  const { origin } = new URL(reference.fhir);
  const proxy = await startRecordingProxy(origin);
  try {
    const profile = profileOf(reference);
    const through: SystemProfile = JSON.parse(JSON.stringify(profile).replaceAll(origin, proxy.origin));
    await load({ k6, plan: await planOf(day, multiply, 30_000), profile: through, run: RUN });
    const anonymous = <T>(what: T): T =>
      JSON.parse(JSON.stringify(what).replaceAll(origin, ORIGIN).replaceAll(proxy.origin, ORIGIN));
    return {
      plan: await planOf(day, multiply, LENGTH),
      profile: anonymous(profile),
      exchanges: proxy.exchanges.map(anonymous),
    };
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
