import path from 'node:path';
import process from 'node:process';
import type { CareDay } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { withLeftOut } from '../load/plan/left-out.ts';
import type { LoadPlan } from '../load/plan/load-plan.ts';
import { runLoad } from '../load/run/run-load.ts';
import { careAreas } from './care-areas.ts';
import { prepareLoad } from './prepare-load.ts';
import { requireK6 } from './require-k6.ts';
import type { Resumption } from './resumption.ts';
import type { Run } from './with-run.ts';

/** A load that is played while the robots of a day work. */
export interface LoadBesideDay {
  readonly plan: LoadPlan;
  /** Path of a k6 that can be used. */
  readonly k6: string;
  /** Unique in the run, which may have been cut off during an earlier one. */
  readonly name: string;
}

/**
 * Prepares what `--load` asks for; nothing when the run that goes on has had its load. Throws InputError, and K6Missing
 * where there is no k6.
 */
export async function prepareLoadBesideDay(
  day: CareDay,
  flows: readonly CareFlow[],
  { load: profile, seed }: { readonly load?: string; readonly seed: number },
  resumed: Resumption | undefined,
): Promise<LoadBesideDay | undefined> {
  const before = resumed?.past.events ?? [];
  const isDone = before.some((event) => event.type === 'load-ended' && event.ending === 'complete');
  if (profile === undefined || isDone) return undefined;
  const begun = before.filter(({ type }) => type === 'load-started').length;
  return {
    plan: await prepareLoad({ day, flows }, { profile, seed, segments: 1 }),
    k6: await requireK6(),
    name: `load-${begun + 1}`,
  };
}

/** Plays it; the day's clock has come to the first of its hours. */
export async function playLoadBesideDay(
  { plan, k6, name: load }: LoadBesideDay,
  { id: run, profile, systems, journal }: Run,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const { fhirFiles: areas } = await careAreas();
  await runLoad({
    ...{ k6, run, load, areas, profile, signal },
    folder: path.join(folder, load),
    plan: withLeftOut(plan, systems.byChannel.api.capability),
    environment: process.env,
    sink: journal.sink,
  });
}
