import type { CareUnit, DayPlan, PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { UnitKind } from '../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { CareSystem, Channel } from '../systems/care-system.ts';
import type { FlowProgress } from './flow-progress.ts';
import { FlowRun } from './flow-run.ts';
import { Lanes } from './lanes.ts';

export interface DispatchOptions {
  readonly run: string;
  readonly plan: DayPlan;
  /** By id. */
  readonly flows: ReadonlyMap<string, CareFlow>;
  readonly systems: Readonly<Record<Channel, CareSystem>>;
  readonly clock: Timekeeper;
  /** How much faster than real the day's clock runs. */
  readonly speed: number;
  /** How many flows may go through browsers at the same time; a browser costs a core, an api call does not. */
  readonly uiLanes: number;
  readonly sink: EvidenceSink;
  readonly flush: () => Promise<void>;
  readonly progress?: (progress: Progress) => void;
  /** Where on the day's clock to begin; midnight when absent. */
  readonly from?: Milliseconds;
  /** How far the flows of a run that was cut off had come, by instance. */
  readonly resumed?: ReadonlyMap<string, FlowProgress>;
}

/** Where a rehearsed day is right now. */
export interface Progress {
  /** The day's clock, milliseconds since midnight. */
  readonly dayTime: Milliseconds;
  readonly planned: number;
  readonly underWay: number;
  readonly ended: readonly Verdict[];
}

/**
 * Walks a plan by an absolute clock and starts each flow when its time has come, whatever the system does meanwhile.
 * Resolves when the last flow has ended; rejects, with nothing left running, when the clock is interrupted.
 */
export async function dispatch(options: DispatchOptions): Promise<readonly Verdict[]> {
  const { plan, clock, speed, progress } = options;
  const lanes = new Lanes(options.uiLanes);
  const startedAt = clock.now() - (options.from ?? 0) / speed;
  const dayTime = (): Milliseconds => (clock.now() - startedAt) * speed;
  const ended: Verdict[] = [];
  let underWay = 0;
  const report = (): void => progress?.({ dayTime: dayTime(), planned: plan.flows.length, underWay, ended });

  const rehearse = async (planned: PlannedFlow): Promise<void> => {
    const play = () => playFlow(options, planned);
    underWay += 1;
    report();
    try {
      ended.push(await (planned.channel === 'ui' ? lanes.take(play) : play()));
    } finally {
      underWay -= 1;
      report();
    }
  };

  const started: Promise<void>[] = [];
  try {
    for (const planned of plan.flows) {
      await clock.pause(Math.max(0, startedAt + planned.at / speed - clock.now()));
      started.push(rehearse(planned));
    }
  } finally {
    await Promise.allSettled(started);
  }
  await Promise.all(started);
  return ended;
}

async function playFlow(options: DispatchOptions, planned: PlannedFlow): Promise<Verdict> {
  const { run, flows, systems, clock, speed, sink, flush, plan } = options;
  const flow = flows.get(planned.flow);
  if (flow === undefined)
    throw new Error(`The plan names the flow "${planned.flow}", which was not compiled.`);
  const progress = options.resumed?.get(planned.instance);
  const flowRun = new FlowRun({
    run,
    instance: planned.instance,
    flow,
    patient: planned.patient,
    units: unitsOf(planned, plan.units),
    system: systems[planned.channel],
    clock,
    speed,
    plannedAt: planned.at,
    sink,
    flush,
    ...(progress === undefined ? {} : { progress }),
  });
  await flowRun.begin();
  for (const step of flow.steps) await flowRun.step(step);
  return flowRun.end();
}

function unitsOf({ units }: PlannedFlow, all: readonly CareUnit[]): Partial<Record<UnitKind, CareUnit>> {
  const found: Partial<Record<UnitKind, CareUnit>> = {};
  for (const [kind, key] of Object.entries(units)) {
    const unit = all.find((candidate) => candidate.key === key);
    if (unit !== undefined) found[kind as UnitKind] = unit;
  }
  return found;
}
