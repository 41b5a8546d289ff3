import type { Tick } from './event-queue.ts';
import { Tally } from './statistics/tally.ts';
import { type LevelMaker, TimeWeighted } from './statistics/time-weighted.ts';

const plainLevel: LevelMaker = (start, level) => new TimeWeighted(start, level);

/** What one resource went through since the start or the latest reset. */
export class ResourceStatistics {
  /** How long those waited who were granted a unit, zeros included; in ticks. */
  readonly waits = new Tally();
  readonly queue: TimeWeighted;
  /** Units at work; breaks are not work. */
  readonly busy: TimeWeighted;
  readonly capacity: TimeWeighted;
  /** Units at work beyond the capacity: what was begun before a shift ended. */
  readonly overtime: TimeWeighted;
  refused = 0;
  reneged = 0;
  preempted = 0;
  breaksLost = 0;

  constructor(start: Tick, capacity: number, level: LevelMaker = plainLevel) {
    this.queue = level(start, 0);
    this.busy = level(start, 0);
    this.capacity = level(start, capacity);
    this.overtime = level(start, 0);
  }

  measure(now: Tick, queue: number, busy: number, capacity: number): void {
    this.queue.set(queue, now);
    this.busy.set(busy, now);
    this.capacity.set(capacity, now);
    this.overtime.set(busy > capacity ? busy - capacity : 0, now);
  }

  /** Share of the capacity that was at work; above 1 with overtime. */
  utilisation(now: Tick): number {
    return this.busy.integral(now) / this.capacity.integral(now);
  }

  /** Forgets what was: the end of a warm-up. */
  reset(now: Tick): void {
    this.waits.reset();
    for (const level of [this.queue, this.busy, this.capacity, this.overtime]) level.reset(now);
    this.refused = 0;
    this.reneged = 0;
    this.preempted = 0;
    this.breaksLost = 0;
  }
}
