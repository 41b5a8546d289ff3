import './web-crypto.ts';
import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { SECOND } from '../../domain/time.ts';
import { createFhirSystem, type FhirSystemOptions } from '../../systems/fhir-r4/driver.ts';
import type { FhirArea } from '../../systems/fhir-r4/handler.ts';
import { withEnvironment } from '../../systems/with-environment.ts';
import { entryOf } from '../plan/entry-line.ts';
import type { LoadHeader } from '../plan/load-plan.ts';
import { requireLoadTarget } from '../target.ts';
import type { TelemetryLine } from '../telemetry-line.ts';
import { createDesks } from './desks.ts';
import { dispatchEntries } from './dispatch-entries.ts';
import { createK6Transport } from './k6-transport.ts';
import { playEntry } from './play-entry.ts';
import { Telemetry } from './telemetry.ts';

/**
 * What k6 runs: one virtual user a segment, one iteration, which walks the plan itself. The files lie beside the bundle;
 * GENREP_BEGAN_AT says when the plan begins (epoch milliseconds), else it begins when everything is read.
 */
const header: LoadHeader = JSON.parse(open('./header.json'));
const lines = new SharedArray<string>('plan', () =>
  header.entryFiles.flatMap((file) => open(`./${file}`).trimEnd().split('\n')),
);

export const options: Options = {
  scenarios: {
    plan: {
      executor: 'per-vu-iterations',
      vus: header.segments,
      iterations: 1,
      maxDuration: `${Math.ceil(header.endsBy / SECOND) + 600}s`,
      gracefulStop: '1s',
    },
  },
  // The pool of idle connections is as large as these allow.
  batch: 2_000,
  batchPerHost: 2_000,
  systemTags: ['name', 'status'],
  noCookiesReset: true,
  thresholds: {},
};

const say = (line: TelemetryLine): void => console.log(JSON.stringify(line));

/** What k6 calls; the bundle is made with the areas at hand. */
export const segmentPlayer =
  (areas: readonly FhirArea[], dialectsOf: FhirSystemOptions['dialectsOf']) => () =>
    playSegment(areas, dialectsOf);

async function playSegment(
  areas: readonly FhirArea[],
  dialectsOf: FhirSystemOptions['dialectsOf'],
): Promise<void> {
  // Its number in the whole test, also where several k6 share it by execution segments.
  const segment = exec.scenario.iterationInTest;
  const clock = {
    now: () => Date.now(),
    // A timer that is over at once is a turn of k6's loop for nothing; every look waits for the network anyway.
    pause: (milliseconds: number) =>
      milliseconds > 0
        ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
        : Promise.resolve(),
  };
  const told = Number(__ENV.GENREP_BEGAN_AT ?? '0');
  const beganAt = told > 0 ? told : Math.ceil(clock.now() + SECOND / 2);
  const telemetry = new Telemetry({ segment, beganAt, slice: header.slice, now: clock.now, say });
  const profile = withEnvironment(header.profile, __ENV);
  requireLoadTarget(profile);
  const system = createFhirSystem({
    areas,
    profile,
    transport: createK6Transport(telemetry),
    clock,
    readsBack: false,
    dialectsOf,
  });
  await system().connect();
  const systemAt = createDesks(system);
  say({ genrep: 'ready', segment, beganAt });
  const unended = await dispatchEntries({
    count: lines.length,
    entry: (index) => entryOf(lines[index] ?? ''),
    segment,
    segments: header.segments,
    beganAt,
    endsBy: header.endsBy,
    mostInFlight: Math.max(1, Math.ceil(header.mostInFlight / header.segments)),
    clock,
    play: (entry, index) => playEntry({ header, beganAt, systemAt, clock, telemetry }, entry, index),
    telemetry,
  });
  say({ genrep: 'done', segment, unended });
}
