import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import { type Act, LATE, type Outcome } from './effects.ts';
import type { Tick } from './event-queue.ts';
import type { Process, Wait } from './process.ts';
import { Simulation, type SimulationOptions } from './simulation.ts';
import { Tally } from './statistics/tally.ts';
import { WallClock } from './wall-clock.ts';

export interface WallOptions extends SimulationOptions {
  readonly timekeeper: Timekeeper;
  /** How many ticks pass in one real millisecond. */
  readonly ticksPerMillisecond: number;
  /** Has an act done in the world; what it resolves to is the outcome's value. */
  readonly perform: (what: unknown, process: Process) => Promise<unknown>;
  /** With more lag than this, in ticks, the run is not to be trusted. */
  readonly lagLimit: Tick;
}

/** How long, in real milliseconds, the simulation sleeps at a time. */
const LONGEST_SLEEP = 1_000;

/** Steps in a row before the world is given a turn, in case the simulation is behind. */
const STEPS_PER_TURN = 64;

/**
 * The same processes on the wall clock: an event comes when its time has come, and an act takes the time it takes to do.
 * The clock can be held, continued and moved forward by a facilitator.
 */
export class WallSimulation extends Simulation {
  /** How late events came, in ticks. */
  readonly lag = new Tally();
  /** From when on the machine did not keep up. */
  lateSince: Tick | undefined = undefined;
  private readonly clock: WallClock;
  private readonly options: WallOptions;
  private nudge = Promise.withResolvers<void>();

  constructor(options: WallOptions) {
    super(options);
    this.options = options;
    this.clock = new WallClock(options.timekeeper, options.ticksPerMillisecond);
  }

  /**
   * Plays everything before a tick, each event when it is due, or until it is over before. Rejects when the timekeeper is
   * interrupted.
   */
  async runLive(until: Tick, isOver: () => boolean = () => false): Promise<void> {
    this.clock.start(this.tick);
    for (let steps = 1; !isOver(); steps++) {
      const due = Math.min(this.queue.nextTime, until);
      const wait = this.clock.untilDue(due);
      if (wait > 0) await this.sleep(wait);
      else if (due === until) {
        this.tick = until;
        return;
      } else {
        this.noteLag(due);
        this.step();
        if (steps % STEPS_PER_TURN === 0) await this.sleep(0);
      }
    }
  }

  /** What the clock shows, whether or not something happens just then. */
  get clockTick(): Tick {
    return this.clock.tick;
  }

  /** Stops the clock: nobody arrives or begins anything, and what is being timed is censored. */
  hold(): void {
    this.censor(this.clock.tick);
    this.clock.hold();
  }

  continue(): void {
    this.clock.continue();
    this.wakeUp();
  }

  /** Has the clock go faster or slower; nothing that is being timed on it is disturbed. */
  pace(ticksPerMillisecond: number): void {
    this.clock.pace(ticksPerMillisecond);
    this.wakeUp();
  }

  /** Moves the clock forward: what would have happened until then happens at once. */
  jump(to: Tick): void {
    this.clock.jump(to);
    this.censor(to);
    this.wakeUp();
  }

  /** Changes something from outside (fires a signal, starts a process) at the time it is now. */
  inject(change: () => void): void {
    this.tick = Math.max(this.tick, Math.min(this.clock.tick, this.queue.nextTime));
    change();
    this.wakeUp();
  }

  protected override act(process: Process, { what }: Act): undefined {
    const doing: Wait = { leave: () => undefined, timeOut: () => LATE };
    process.wait = doing;
    const finish = (outcome: Outcome): void => {
      if (process.wait !== doing) return;
      this.wakeAt(process, Math.max(this.tick, this.clock.tick), outcome);
      this.wakeUp();
    };
    this.options.perform(what, process).then(
      (value) => finish({ kind: 'done', value }),
      (error: unknown) => finish({ kind: 'failed', error }),
    );
  }

  private noteLag(due: Tick): void {
    const lag = this.clock.lagOf(due);
    this.lag.add(lag);
    if (lag > this.options.lagLimit) this.lateSince ??= due;
  }

  private async sleep(milliseconds: Milliseconds): Promise<void> {
    this.nudge = Promise.withResolvers<void>();
    const asleep = this.options.timekeeper.pause(Math.min(milliseconds, LONGEST_SLEEP));
    await Promise.race([asleep, this.nudge.promise]);
  }

  private wakeUp(): void {
    this.nudge.resolve();
  }
}
