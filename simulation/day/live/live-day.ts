import type { DayPlan } from '../../../domain/care-day.ts';
import type { Channel } from '../../../domain/evidence.ts';
import type { Role } from '../../../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../../../domain/time.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { WallSimulation } from '../../kernel/index.ts';
import { staffKey } from '../model/day-model.ts';
import { dayTimeOf, tickAt } from '../model/time.ts';
import type { FlowAct, StepsPlayed } from '../play/flow-visit.ts';
import type { Hospital } from '../play/hospital.ts';
import { LAG_LIMIT, TICK } from '../play/lag.ts';
import type { FlowPlayer, FlowPlayers } from './flow-player.ts';
import { isOver, NeverEnding, openRehearsal, type PlannedVisit, type Rehearsal } from './rehearsal.ts';

/**
 * At higher speeds than this a minute of work passes in less than a second, and pages take longer than that: a robot in a
 * browser that followed its patient would stand waiting with pages open, or be behind. An assumption.
 */
const SPEED_TO_FOLLOW_AT = 60;

export interface LiveDayOptions {
  readonly rehearsal: Rehearsal;
  readonly plan: Pick<DayPlan, 'flows'>;
  /** Who plays the flows. */
  readonly players: FlowPlayers;
  /** Its pauses reject when the run is interrupted. */
  readonly timekeeper: Timekeeper;
  /** How much faster than real the day's clock runs. */
  readonly speed: number;
  /** Decides what is drawn: working times, and the care beside the flows. */
  readonly seed: number;
  /** Where the day's clock begins, for a day that goes on; at the census unless told. Milliseconds since midnight. */
  readonly from?: Milliseconds;
  readonly progress?: (progress: Progress) => void;
}

/** Where a rehearsed day is right now. */
export interface Progress {
  /** The day's clock, milliseconds since midnight of the first day. */
  readonly dayTime: Milliseconds;
  readonly planned: number;
  readonly underWay: number;
  readonly ended: readonly Verdict[];
}

/**
 * A planned day on the wall clock: the same hospital as on the virtual one, with the flows of the plan played in the world.
 * Its clock can be held, continued and moved forward, by a facilitator, while it runs.
 */
export class LiveDay {
  readonly #options: LiveDayOptions;
  readonly #simulation: WallSimulation;
  readonly #hospital: Hospital;
  readonly #players = new Map<string, FlowPlayer>();
  readonly #robots = new Map<string, Promise<unknown>>();
  /** What robots in browsers have to do when their patients have gone through the day. */
  readonly #later = new Map<string, FlowAct[]>();
  readonly #ended: Verdict[] = [];
  #underWay = 0;
  #failure: { readonly error: unknown } | undefined;
  #isBrokenOff = false;
  #isUnderWay = false;

  constructor(options: LiveDayOptions) {
    const { rehearsal, plan, players, timekeeper, speed, seed } = options;
    this.#options = options;
    this.#simulation = new WallSimulation({
      timekeeper,
      ticksPerMillisecond: speed / TICK,
      lagLimit: LAG_LIMIT,
      perform: (what) => this.#perform(what as FlowAct),
    });
    for (const planned of plan.flows) {
      const player = players(planned);
      this.#players.set(planned.instance, player);
      if (player.begun !== undefined) this.#underWay += 1;
    }
    const from = this.#from;
    this.#hospital = openRehearsal(rehearsal, seed, this.#simulation, ({ at, planned: { instance } }) => ({
      at: Math.max(at, from),
      begun: this.#playerOf(instance).begun,
    }));
  }

  /**
   * Plays the day until the last flow has ended. Rejects, with nothing left running, when the timekeeper is interrupted or
   * a player breaks.
   */
  async run(): Promise<void> {
    const { rehearsal } = this.#options;
    const over = (): boolean => this.#failure !== undefined || isOver(rehearsal, this.#hospital);
    try {
      this.#simulation.run(this.#from);
      this.#isUnderWay = true;
      await this.#simulation.runLive(rehearsal.model.horizon, over);
      if (!over()) throw new NeverEnding(rehearsal, this.#hospital);
    } catch (error) {
      this.#breakOff();
      throw error;
    } finally {
      await Promise.allSettled(this.#robots.values());
    }
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Stops the clock: nobody arrives and nothing begins, and what is being timed does not count. */
  hold(): void {
    this.#simulation.hold();
  }

  continue(): void {
    this.#simulation.continue();
  }

  /** Has the clock go so much faster than real from now on. */
  pace(speed: number): void {
    this.#simulation.pace(speed / TICK);
  }

  /** Has something done when the day's clock comes to a time, which a hold puts off; at once when it has passed. */
  at(dayTime: Milliseconds, what: () => void): void {
    const simulation = this.#simulation;
    const due = tickAt(dayTime, this.#options.rehearsal.model.startsAt);
    this.#change(() => simulation.start(doing(what), { name: 'planned', at: Math.max(due, simulation.now) }));
  }

  /** More staff of a role at a unit than its shifts have from now on, or fewer; answers whether there is such staff. */
  staff(unit: string, role: Role, by: number): boolean {
    const staff = this.#hospital.staff.get(staffKey(unit, role));
    if (staff !== undefined) this.#change(() => staff.add(by));
    return staff !== undefined;
  }

  /** Moves the clock forward; what would have happened until then happens at once. Milliseconds since midnight. */
  jump(dayTime: Milliseconds): void {
    this.#simulation.jump(tickAt(dayTime, this.#options.rehearsal.model.startsAt));
  }

  /** The day's clock, milliseconds since midnight of the first day. */
  get dayTime(): Milliseconds {
    return dayTimeOf(this.#simulation.clockTick, this.#options.rehearsal.model.startsAt);
  }

  /** What has been seen so far. */
  get hospital(): Hospital {
    return this.#hospital;
  }

  /** How late events came, and from when on that is too late to trust what was measured; on the day's clock. */
  get lateness(): {
    readonly mean: Milliseconds;
    readonly max: Milliseconds;
    readonly since: Milliseconds | undefined;
  } {
    const { lag, lateSince } = this.#simulation;
    const since = [lateSince, this.#hospital.seen.lateSince].filter((tick) => tick !== undefined);
    return {
      mean: lag.mean * TICK,
      max: Math.max(0, lag.max) * TICK,
      since:
        since.length === 0
          ? undefined
          : dayTimeOf(Math.min(...since), this.#options.rehearsal.model.startsAt),
    };
  }

  /** Changes the day from outside, also before its clock goes. */
  #change(what: () => void): void {
    if (this.#isUnderWay) this.#simulation.inject(what);
    else what();
  }

  get #from(): number {
    const { from, rehearsal } = this.#options;
    return from === undefined ? 0 : tickAt(from, rehearsal.model.startsAt);
  }

  /**
   * Has a robot do what a flow asks for. The patient waits for a robot by api, whose time is the system's. A browser's
   * slowness is that of the harness: the patient goes on, and the robot follows as fast as it can, or, on a clock that
   * nobody can follow, does it all when the patient has come to the end.
   */
  async #perform(act: FlowAct): Promise<StepsPlayed | undefined> {
    const { channel } = this.#plannedOf(act);
    if (channel === 'api') return this.#afterThose(act);
    for (const due of this.#dueInBrowser(act)) this.#afterThose(due);
    return undefined;
  }

  #dueInBrowser(act: FlowAct): readonly FlowAct[] {
    if (this.#options.speed <= SPEED_TO_FOLLOW_AT) return [act];
    const { instance } = this.#plannedOf(act);
    const all = [...(this.#later.get(instance) ?? []), act];
    this.#later.set(instance, all);
    return act.kind === 'end' ? all : [];
  }

  /** One thing after the other for one patient. */
  #afterThose(act: FlowAct): Promise<StepsPlayed | undefined> {
    const { instance, channel } = this.#plannedOf(act);
    const before = this.#robots.get(instance) ?? Promise.resolve();
    const doing = before.then(() => this.#play(instance, channel, act));
    this.#robots.set(instance, doing);
    doing.catch((error: unknown) => {
      this.#failure ??= { error };
      this.#breakOff();
    });
    return doing;
  }

  async #play(instance: string, channel: Channel, act: FlowAct): Promise<StepsPlayed | undefined> {
    if (this.#isBrokenOff) throw new BrokenOff();
    await this.#options.timekeeper.pause(0); // Rejects when the run is interrupted, also when only robots are left.
    const player = this.#playerOf(instance);
    switch (act.kind) {
      case 'begin':
        this.#underWay += 1;
        this.#report();
        await player.begin(act.dayTime);
        return undefined;
      case 'steps':
        if (channel === 'ui')
          this.#hospital.seen.noteLag('ui', Math.max(0, this.dayTime - act.dayTime), this.#simulation.now);
        return player.steps(act.from, act.to, act.dayTime);
      case 'end':
        this.#ended.push(await player.end());
        this.#underWay -= 1;
        this.#report();
        return undefined;
    }
  }

  #breakOff(): void {
    this.#isBrokenOff = true;
    for (const player of this.#players.values()) player.abandon?.();
  }

  #plannedOf({ visit }: FlowAct): PlannedVisit['planned'] {
    if (visit.planned === undefined) throw new Error('Only patients of the plan have robots.');
    return visit.planned;
  }

  #playerOf(instance: string): FlowPlayer {
    const player = this.#players.get(instance);
    if (player === undefined) throw new Error(`Nobody plays ${instance}.`);
    return player;
  }

  #report(): void {
    const { progress, plan } = this.#options;
    progress?.({
      dayTime: this.dayTime,
      planned: plan.flows.length,
      underWay: this.#underWay,
      ended: this.#ended,
    });
  }
}

/** A process that does one thing outside and is over. */
// biome-ignore lint/correctness/useYield: it waits for nothing.
function* doing(what: () => void): Generator<never, void, never> {
  what();
}

/** Told to robots that had more to do when the day was broken off. */
class BrokenOff extends Error {}
