import type { Tick } from '../event-queue.ts';
import { type LevelMaker, TimeWeighted } from './time-weighted.ts';

/** A level with its mean in every period (an hour of a day) since tick 0. */
export class PeriodicLevel extends TimeWeighted {
  private readonly period: Tick;
  private readonly areas: number[] = [];

  constructor(period: Tick, start: Tick, level = 0) {
    super(start, level);
    this.period = period;
  }

  /** The means of the periods that have begun; the last one up to now. */
  override means(now: Tick): number[] {
    this.integral(now);
    return this.areas.map((area, index) => area / Math.min(this.period, now - index * this.period));
  }

  override reset(now: Tick): void {
    super.reset(now);
    this.areas.length = 0;
  }

  protected override accumulate(level: number, from: Tick, to: Tick): void {
    super.accumulate(level, from, to);
    for (let tick = from; tick < to; ) {
      const index = Math.floor(tick / this.period);
      const end = Math.min(to, (index + 1) * this.period);
      while (this.areas.length <= index) this.areas.push(0);
      this.areas[index] = (this.areas[index] ?? 0) + level * (end - tick);
      tick = end;
    }
  }
}

/** Keeps the levels of a resource by period. */
export const byPeriod =
  (period: Tick): LevelMaker =>
  (start, level) =>
    new PeriodicLevel(period, start, level);
