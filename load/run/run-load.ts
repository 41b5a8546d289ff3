import { availableParallelism, loadavg } from 'node:os';
import type { EvidenceSink } from '../../domain/evidence.ts';
import { SECOND } from '../../domain/time.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { filesIntoEnvironment } from '../../systems/sign-in-files.ts';
import { withEnvironment } from '../../systems/with-environment.ts';
import type { LoadPlan } from '../plan/load-plan.ts';
import { requireLoadTarget } from '../target.ts';
import { type K6Ended, runK6 } from './k6-process.ts';
import { type LoadProgress, LoadRecorder } from './load-recorder.ts';
import { segmentOf } from './segments.ts';
import { writeLoadFiles } from './write-load-files.ts';

export interface LoadRun {
  /** Path of a k6 that can be used. */
  readonly k6: string;
  readonly run: string;
  /** 'load-1'; unique in the run. */
  readonly load: string;
  /** A folder for the bundle and the plan. */
  readonly folder: string;
  readonly plan: LoadPlan;
  /** Files that say the areas of care in FHIR. */
  readonly areas: readonly string[];
  /** As its file has it; secrets are read from `environment` where they are needed. */
  readonly profile: SystemProfile;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the load's evidence goes: the journal of its own run, or of the run that it is part of. */
  readonly sink: EvidenceSink;
  readonly signal: AbortSignal;
  readonly progress?: (progress: LoadProgress) => void;
}

/** How a load ended; its verdict is the gates', from the evidence. */
export type LoadEnding = 'complete' | 'crashed' | 'interrupted';

/**
 * Replays a plan through k6 and writes all that happened as evidence. The system under test runs already, and whatever
 * else the run does (robots, people) may go on meanwhile. A k6 that dies leaves what was measured until then.
 * @throws InputError for a system that may not be loaded
 */
export async function runLoad(run: LoadRun): Promise<LoadEnding> {
  // k6 is given keys as it is given passwords: in its environment.
  const { profile, environment: keys } = filesIntoEnvironment(run.profile);
  const options: LoadRun = { ...run, profile, environment: { ...run.environment, ...keys } };
  const { plan, environment, signal } = options;
  requireLoadTarget(withEnvironment(profile, environment));
  await writeLoadFiles(options);
  const recorder = new LoadRecorder(options.load, plan, options.sink);
  const ended = await runSegments(options, recorder);
  const crashed = ended.find(({ code, signal: killed }) => code !== 0 || killed !== null);
  const whole = crashed === undefined && recorder.completed === plan.facts.segments;
  const ending = signal.aborted ? 'interrupted' : whole ? 'complete' : 'crashed';
  const busyness = ended.flatMap(({ busyness: each }) => each ?? []);
  recorder.end({
    ending,
    ...(ending === 'crashed' ? { reason: reasonOf(crashed ?? ended[0]) } : {}),
    ...(busyness.length === 0 ? {} : { busiestCore: Math.max(...busyness) }),
    ...(process.platform === 'win32' ? {} : { machine: (loadavg()[0] ?? 0) / availableParallelism() }),
  });
  options.progress?.(recorder.progress());
  return ending;
}

async function runSegments(options: LoadRun, recorder: LoadRecorder): Promise<K6Ended[]> {
  const { plan, environment, k6: program, folder, signal, progress } = options;
  const { segments } = plan.facts;
  // One alone begins when it has read the plan; several must agree beforehand.
  const margin = 3 * SECOND + segments * SECOND + plan.entries.length / 10;
  const beganAt = segments === 1 ? {} : { GENREP_BEGAN_AT: `${Math.round(Date.now() + margin)}` };
  return Promise.all(
    Array.from({ length: segments }, (_, index) =>
      runK6({
        program,
        folder,
        environment: { ...environment, ...beganAt },
        ...(segments === 1 ? {} : { segment: segmentOf(index, segments) }),
        signal,
        take(line) {
          recorder.take(line);
          progress?.(recorder.progress());
        },
      }),
    ),
  );
}

/** k6's own last words, without its time stamps. */
function reasonOf(ended: K6Ended | undefined): string {
  const how = ended?.signal ?? `slutkod ${ended?.code ?? 'okänd'}`;
  const words = ended?.words.at(-1);
  return `k6 avbröts mitt i belastningen (${how})${words === undefined ? '' : `: ${words.slice(0, 300)}`}.`;
}
