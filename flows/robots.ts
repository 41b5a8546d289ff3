import type { CareUnit, DayPlan, PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { UnitKind } from '../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { CareSystem, Channel } from '../systems/care-system.ts';
import { withDrawn } from './draws/with-drawn.ts';
import type { FlowProgress } from './flow-progress.ts';
import { FlowRun } from './flow-run.ts';
import { Lanes } from './lanes.ts';

export interface RobotsOptions {
  readonly run: string;
  readonly plan: Pick<DayPlan, 'units' | 'flows'>;
  /** By id. */
  readonly flows: ReadonlyMap<string, CareFlow>;
  readonly systems: Readonly<Record<Channel, CareSystem>>;
  readonly clock: Timekeeper;
  /** How many flows may have browsers open at the same time; a page that is open costs, an api call does not. */
  readonly uiLanes: number;
  readonly sink: EvidenceSink;
  readonly flush: () => Promise<void>;
  /** How far the flows of a run that was cut off had come, by instance. */
  readonly resumed?: ReadonlyMap<string, FlowProgress>;
}

export interface Robots {
  /** One for each planned flow: it plays it in the system under test, step by step as the day tells it to. */
  player(planned: PlannedFlow): Robot;
  /** When the day is over: looks for everything that was sent in it, before the day was cut off too. */
  reconcile(): Promise<void>;
}

/** How many robots look at the same time at the end of a day. */
const LOOKING = 16;

export function robots(options: RobotsOptions): Robots {
  const lanes = new Lanes(options.uiLanes);
  const players = new Map<string, Robot>();
  const player = (planned: PlannedFlow): Robot => {
    const robot = new Robot(options, planned, lanes);
    players.set(planned.instance, robot);
    return robot;
  };
  return {
    player,
    async reconcile() {
      const looking = new Lanes(LOOKING);
      await Promise.all(
        options.plan.flows.map(async (planned) => {
          await looking.enter();
          await (players.get(planned.instance) ?? player(planned)).reconcile();
          looking.leave();
        }),
      );
    },
  };
}

/** Plays one flow when it is told to. How people wait, work and hand over is not its business. */
class Robot {
  readonly #options: RobotsOptions;
  readonly #planned: PlannedFlow;
  readonly #flow: CareFlow;
  readonly #lanes: Lanes;
  readonly #progress: FlowProgress | undefined;
  #run: FlowRun | undefined;
  #done = 0;

  constructor(options: RobotsOptions, planned: PlannedFlow, lanes: Lanes) {
    this.#options = options;
    this.#planned = planned;
    this.#lanes = lanes;
    this.#progress = options.resumed?.get(planned.instance);
    const flow = options.flows.get(planned.flow);
    if (flow === undefined)
      throw new Error(`The plan names the flow "${planned.flow}", which was not compiled.`);
    this.#flow = withDrawn(flow, planned.drawn);
  }

  /** Where a flow goes on whose run was cut off. */
  get begun(): { readonly steps: number; readonly dayTime: Milliseconds } | undefined {
    if (this.#progress === undefined) return undefined;
    const { started, ended } = this.#progress;
    return { steps: ended.length, dayTime: ended.at(-1)?.dayTime ?? started.dayTime };
  }

  async begin(dayTime: Milliseconds): Promise<void> {
    const { run, systems, clock, sink, flush, plan } = this.#options;
    const { instance, patient, units, channel } = this.#planned;
    const progress = this.#progress;
    const begun = new FlowRun({
      run,
      instance,
      flow: this.#flow,
      patient,
      units: unitsOf(units, plan.units),
      system: systems[channel],
      clock,
      speed: Number.POSITIVE_INFINITY,
      plannedAt: dayTime,
      sink,
      flush,
      ...(progress === undefined ? {} : { progress }),
      ...(this.#planned.drawn === undefined ? {} : { drawn: this.#planned.drawn }),
    });
    this.#run = begun;
    if (channel === 'ui') await this.#lanes.enter();
    await begun.begin();
    for (const step of this.#flow.steps.slice(0, this.begun?.steps ?? 0)) await begun.step(step);
    this.#done = this.begun?.steps ?? 0;
  }

  /** Plays steps in one go, from one up to, not including, another; the work before them was done at `dayTime`. */
  async steps(
    from: number,
    to: number,
    dayTime: Milliseconds,
  ): Promise<{ dayTime: Milliseconds; isOver: boolean }> {
    const run = await this.#underWay();
    for (const [index, step] of this.#flow.steps.slice(from, to).entries()) {
      await run.step(step, index === 0 ? dayTime : run.dayTime);
      this.#done += 1;
    }
    return { dayTime: run.dayTime, isOver: run.isBrokenOff };
  }

  /** Ends the flow; steps that it did not come to are recorded as such. */
  async end(): Promise<Verdict> {
    const run = await this.#underWay();
    for (const step of this.#flow.steps.slice(this.#done)) await run.step(step, run.dayTime);
    const verdict = await run.end();
    if (this.#planned.channel === 'ui') this.#lanes.leave();
    return verdict;
  }

  /** Looks for what was sent, when the day is over. A flow that had ended before the day went on is read again first. */
  async reconcile(): Promise<void> {
    if (this.#planned.channel !== 'api') return;
    if (this.#run === undefined && this.#progress === undefined) return;
    await (await this.#underWay()).reconcile();
  }

  /** The day was broken off: no flow begins any more. */
  abandon(): void {
    this.#lanes.close();
  }

  /** A flow that goes on is not told to begin. */
  async #underWay(): Promise<FlowRun> {
    if (this.#run === undefined && this.#progress !== undefined)
      await this.begin(this.#progress.started.dayTime);
    if (this.#run === undefined) throw new Error(`${this.#planned.instance} has not begun.`);
    return this.#run;
  }
}

function unitsOf(units: PlannedFlow['units'], all: readonly CareUnit[]): Partial<Record<UnitKind, CareUnit>> {
  const found: Partial<Record<UnitKind, CareUnit>> = {};
  for (const [kind, key] of Object.entries(units)) {
    const unit = all.find((candidate) => candidate.key === key);
    if (unit !== undefined) found[kind as UnitKind] = unit;
  }
  return found;
}
