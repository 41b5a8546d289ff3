import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import type { Tick } from './event-queue.ts';

/** Ticks that pass with real time, unless the clock is held. */
export class WallClock {
  private readonly timekeeper: Timekeeper;
  private ticksPerMillisecond: number;
  private anchor: { readonly tick: Tick; readonly at: number };
  private isHeld = false;
  private jumpedTo: Tick = 0;

  constructor(timekeeper: Timekeeper, ticksPerMillisecond: number) {
    this.timekeeper = timekeeper;
    this.ticksPerMillisecond = forward(ticksPerMillisecond);
    this.anchor = { tick: 0, at: timekeeper.now() };
  }

  get tick(): Tick {
    return Math.floor(this.position);
  }

  start(tick: Tick): void {
    this.anchorAt(tick);
  }

  hold(): void {
    this.anchorAt(this.position);
    this.isHeld = true;
  }

  continue(): void {
    this.anchorAt(this.position);
    this.isHeld = false;
  }

  /** From now on so many ticks pass in a millisecond. */
  pace(ticksPerMillisecond: number): void {
    const checked = forward(ticksPerMillisecond);
    this.anchorAt(this.position);
    this.ticksPerMillisecond = checked;
  }

  jump(to: Tick): void {
    if (to < this.tick) throw new RangeError(`The clock cannot go back from tick ${this.tick} to ${to}.`);
    this.anchorAt(to);
    this.jumpedTo = to;
  }

  /** How late it is for something that was due; what was jumped over is not late. */
  lagOf(due: Tick): Tick {
    return due < this.jumpedTo ? 0 : this.tick - due;
  }

  /** Real milliseconds until something is due; what is due on the very tick the clock is held at waits for it to go on. */
  untilDue(tick: Tick): Milliseconds {
    if (this.isHeld) return tick < this.tick ? 0 : Number.POSITIVE_INFINITY;
    return Math.max(0, (tick - this.tick) / this.ticksPerMillisecond);
  }

  private get position(): number {
    if (this.isHeld) return this.anchor.tick;
    return this.anchor.tick + (this.timekeeper.now() - this.anchor.at) * this.ticksPerMillisecond;
  }

  private anchorAt(tick: number): void {
    this.anchor = { tick, at: this.timekeeper.now() };
  }
}

function forward(ticksPerMillisecond: number): number {
  if (!(ticksPerMillisecond > 0)) throw new RangeError('The clock must go forward.');
  return ticksPerMillisecond;
}
