import path from 'node:path';
import process from 'node:process';
import { withLeftOut } from '../../load/plan/left-out.ts';
import { runLoad } from '../../load/run/run-load.ts';
import { requireLoadTarget } from '../../load/target.ts';
import { careAreas } from '../care-areas.ts';
import { concludeRun } from '../conclude-run.ts';
import { readDay } from '../prepare-day.ts';
import { prepareLoad } from '../prepare-load.ts';
import { withLoadProgress } from '../progress/load-progress.ts';
import { requireK6 } from '../require-k6.ts';
import { requireMeans } from '../require-means.ts';
import { newRun } from '../run-folder.ts';
import { withRun } from '../with-run.ts';

/** As commander hands them over. */
export interface LoadOptions {
  readonly profile: string;
  readonly hours?: { readonly from: number; readonly to: number };
  readonly multiply?: number;
  /** Milliseconds. */
  readonly in?: number;
  readonly system: string;
  readonly seed: number;
  readonly segments: number;
  readonly distributed?: number;
  /** A folder that --distributed wrote, with the generators' logs in logs/. */
  readonly collect?: string;
  readonly out?: string;
  readonly replace?: true;
  readonly fault: readonly string[];
  readonly sign?: string;
  readonly json?: true;
}

/** `genrep load`: everything is read and checked before the system is touched. */
export async function loadWithDay(dayName: string, options: LoadOptions): Promise<void> {
  requireLoadTarget(await requireMeans({ system: options.system, faults: options.fault, pages: 'none' }));
  const { day, stage, flows } = await readDay(dayName);
  const plan = await prepareLoad({ day, flows }, options);
  const k6 = await requireK6();
  const { id, folder } = await newRun(`${day.name}-load`, options);
  const frame = {
    ...{ id, folder },
    system: options.system,
    faults: options.fault,
    channels: new Set<'api'>(['api']),
    pageSnapshots: false,
    started: {
      command: 'load',
      title: `${day.title}: ${plan.facts.title}`,
      stage,
      flows: plan.flows,
      seed: options.seed,
      planHash: plan.facts.planHash,
      planned: 0,
      speed: plan.facts.speed,
    },
    ...(options.sign === undefined ? {} : { sign: options.sign }),
  } as const;
  await withRun(frame, async ({ profile, systems, journal, signal }) => {
    const { fhirFiles: areas } = await careAreas();
    const load = { k6, run: id, load: 'load-1', folder: path.join(folder, 'load'), areas, profile };
    await withLoadProgress(plan, (progress) =>
      runLoad({
        ...load,
        plan: withLeftOut(plan, systems.byChannel.api.capability),
        environment: process.env,
        sink: journal.sink,
        signal,
        progress,
      }),
    );
    signal.throwIfAborted();
  });
  // A load has thousands of flows: its results are the gates and the figures, not a page a flow.
  process.exitCode = await concludeRun(folder, { json: options.json === true, allure: false });
}
