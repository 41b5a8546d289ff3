import { DONE, type Outcome, REFUSED, RENEGED, type SeizeOptions } from './effects.ts';
import type { Tick } from './event-queue.ts';
import { Line } from './line.ts';
import { Preemption, type Process } from './process.ts';
import { dropHolding, Request } from './request.ts';
import { ResourceStatistics } from './resource-statistics.ts';
import type { Scheduler } from './scheduler.ts';
import type { LevelMaker } from './statistics/time-weighted.ts';

export interface ResourceOptions {
  /** Units: a whole number, or Infinity. */
  readonly capacity: number;
  /** How many can wait; a seize beyond it is refused. */
  readonly room?: number;
  /** How levels over time are kept. */
  readonly level?: LevelMaker;
}

/**
 * Units that processes hold one at a time: nurses, beds, a telephone line. When the capacity falls below what is held,
 * what is begun is finished first. As long as a unit is free, nobody waits.
 */
export class Resource {
  readonly name: string;
  readonly room: number;
  readonly statistics: ResourceStatistics;
  protected readonly waiting: Line = new Line();
  protected readonly holding: Line = new Line();
  protected readonly scheduler: Scheduler;
  private units: number;
  /** What its capacity tells, and what was added to it. */
  private told: number;
  private added = 0;

  constructor(scheduler: Scheduler, name: string, options: ResourceOptions) {
    this.scheduler = scheduler;
    this.name = name;
    this.room = options.room ?? Number.POSITIVE_INFINITY;
    this.told = checkedCapacity(name, options.capacity);
    this.units = this.told;
    this.statistics = new ResourceStatistics(scheduler.now, this.units, options.level);
  }

  get capacity(): number {
    return this.units;
  }

  /** Units held, breaks included. */
  get inUse(): number {
    return this.holding.length;
  }

  get queueLength(): number {
    return this.waiting.atWork;
  }

  /** Below zero when there is less capacity than what was begun. */
  get free(): number {
    return this.units - this.holding.length;
  }

  /** From now on there are so many units, beside those that were added. */
  setCapacity(capacity: number): void {
    this.told = checkedCapacity(this.name, capacity);
    this.units = Math.max(0, this.told + this.added);
    this.admit();
    this.measure();
  }

  /** So many more units than its capacity tells from now on, or fewer; they stay when the capacity changes. */
  add(units: number): void {
    this.added += units;
    this.setCapacity(this.told);
  }

  /** Gives a unit or a place in the line; undefined means that the process waits. */
  seize(process: Process, options: SeizeOptions, handsOver?: Resource): Outcome | undefined {
    const { scheduler } = this;
    const request = new Request(process, this, options, scheduler.now, handsOver);
    if (this.hasUnitFor(request)) {
      this.grant(request);
      this.measure();
      return DONE;
    }
    if (this.waiting.atWork >= this.room && !request.resumes && !request.rests) {
      this.statistics.refused++;
      scheduler.note('refuse', process, this.name);
      return REFUSED;
    }
    this.waiting.join(request);
    process.wait = request;
    if (options.patience !== undefined) scheduler.wakeAfter(process, options.patience);
    scheduler.note('queue', process, this.name);
    this.measure();
    return undefined;
  }

  release(process: Process): void {
    let request = process.held;
    while (request !== undefined && request.resource !== this) request = request.heldBefore;
    if (request === undefined) throw new Error(`${process} releases ${this.name} without holding it.`);
    this.giveUp(request);
    this.scheduler.note('release', process, this.name);
    this.admit();
    this.measure();
  }

  /** Takes a request out of the line whose patience is over. */
  renege(request: Request): Outcome {
    this.withdraw(request);
    if (request.rests) this.statistics.breaksLost++;
    else this.statistics.reneged++;
    this.scheduler.note('renege', request.process, this.name);
    return RENEGED;
  }

  /** Takes a request out of the line. */
  withdraw(request: Request): void {
    this.waiting.leave(request);
    this.measure();
  }

  protected hasUnitFor(request: Request): boolean {
    return this.free > 0 || (request.preempts && this.preempt(request));
  }

  /** Lets those in the line have what is free. */
  protected admit(): void {
    while (this.waiting.first !== undefined && this.free > 0) {
      const request = this.waiting.first;
      this.waiting.leave(request);
      this.grant(request);
      this.scheduler.wake(request.process, DONE);
    }
  }

  protected preempt(request: Request): boolean {
    const victim = this.holding.last;
    if (victim === undefined || this.free < 0 || victim.priority <= request.priority) return false;
    this.scheduler.note('preempt', victim.process, this.name);
    this.giveUp(victim);
    this.statistics.preempted++;
    this.scheduler.interrupt(victim.process, new Preemption(this.name));
    return true;
  }

  protected grant(request: Request): void {
    const { process } = request;
    this.holding.join(request);
    request.heldBefore = process.held;
    process.held = request;
    if (!request.rests) this.tallyWait(request.since);
    this.scheduler.note('grant', process, this.name);
    request.handsOver?.release(process);
  }

  private giveUp(request: Request): void {
    this.holding.leave(request);
    dropHolding(request);
  }

  protected tallyWait(since: Tick): void {
    const { waits } = this.statistics;
    if (this.scheduler.isCensored(since)) waits.censored++;
    else waits.add(this.scheduler.now - since);
  }

  private measure(): void {
    this.statistics.measure(this.scheduler.now, this.waiting.atWork, this.holding.atWork, this.units);
  }
}

function checkedCapacity(name: string, capacity: number): number {
  if (capacity >= 0 && (Number.isInteger(capacity) || capacity === Number.POSITIVE_INFINITY)) return capacity;
  throw new RangeError(`The capacity of ${name} must be a whole number from 0 up, not ${capacity}.`);
}
