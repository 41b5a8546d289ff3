import path from 'node:path';
import process from 'node:process';
import type { CareDay } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import { HOUR, type Milliseconds } from '../domain/time.ts';
import { clockText } from '../lab/clock-text.ts';
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

interface LoadChoice {
  /** Name or path of a load profile. */
  readonly load?: string;
  readonly seed: number;
  /** The hours in which it must begin, on the day's clock, where somebody plays only some of the day. */
  readonly within?: { readonly from: Milliseconds; readonly until: Milliseconds };
}

/**
 * Prepares what `--load` asks for; nothing when the run that goes on has had its load. Throws InputError, and K6Missing
 * where there is no k6.
 */
export async function prepareLoadBesideDay(
  day: CareDay,
  flows: readonly CareFlow[],
  { load: profile, seed, within }: LoadChoice,
  resumed: Resumption | undefined,
): Promise<LoadBesideDay | undefined> {
  const before = resumed?.past.events ?? [];
  const isDone = before.some((event) => event.type === 'load-ended' && event.ending === 'complete');
  if (profile === undefined || isDone) return undefined;
  const begun = before.filter(({ type }) => type === 'load-started').length;
  const plan = await prepareLoad({ day, flows }, { profile, seed, segments: 1 });
  requireWithin(plan, within);
  return {
    plan,
    k6: await requireK6(),
    name: `load-${begun + 1}`,
  };
}

/** A load in other hours would come when nobody is there. */
function requireWithin({ facts: { hours } }: LoadPlan, within: LoadChoice['within']): void {
  const begins = hours.from * HOUR;
  if (within === undefined || (begins >= within.from && begins < within.until)) return;
  throw new InputError(
    `Lasten börjar ${clockText(begins).sv}, utanför labbets timmar; välj en lastprofil vars hours börjar under labbet.`,
  );
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
