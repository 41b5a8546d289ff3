import type { Tick } from '../event-queue.ts';

/** Makes the keeper of one level. */
export type LevelMaker = (start: Tick, level: number) => TimeWeighted;

/** A level over time (a queue's length, busy units): its mean is weighted by how long it stood. */
export class TimeWeighted {
  private start: Tick;
  private current: number;
  private changed: Tick;
  private area = 0;
  private highest: number;

  constructor(start: Tick, level = 0) {
    this.start = start;
    this.changed = start;
    this.current = level;
    this.highest = level;
  }

  get level(): number {
    return this.current;
  }

  get max(): number {
    return this.highest;
  }

  set(level: number, now: Tick): void {
    if (level === this.current) return;
    this.accumulate(this.current, this.changed, now);
    this.changed = now;
    this.current = level;
    if (level > this.highest) this.highest = level;
  }

  /** Level times ticks since the start. */
  integral(now: Tick): number {
    this.accumulate(this.current, this.changed, now);
    this.changed = now;
    return this.area;
  }

  mean(now: Tick): number {
    return this.integral(now) / (now - this.start);
  }

  /** The mean of each period that is kept apart; here all time is one. */
  means(now: Tick): number[] {
    return [this.mean(now)];
  }

  /** Forgets what was, but not the level. */
  reset(now: Tick): void {
    this.start = now;
    this.changed = now;
    this.area = 0;
    this.highest = this.current;
  }

  protected accumulate(level: number, from: Tick, to: Tick): void {
    if (to > from) this.area += level * (to - from);
  }
}
