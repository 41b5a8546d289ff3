import { type Milliseconds, SECOND } from '../../../domain/time.ts';
import type { Tick } from '../../kernel/index.ts';
import { MINUTE } from '../model/time.ts';

/** A tick of a care day. */
export const TICK: Milliseconds = SECOND;

/**
 * With more lag than this what is measured of a rehearsed day is not to be trusted: a quarter of an hour, the time in which
 * shifts change and levels are kept. An assumption.
 */
export const LAG_LIMIT: Tick = 15 * MINUTE;

/**
 * How far the flow of one patient is behind the day's clock. On a compressed day the system's real seconds are minutes on
 * the clock; the flow takes them for the seconds they are and makes up for the rest while it waits for something that
 * nobody works with. Work is never cut short, since it keeps staff busy.
 */
export class Lag {
  /** On the day's clock. */
  milliseconds: Milliseconds = 0;

  /** What is left of a length of time when as much as can be is made up for. */
  shorten(ticks: Tick): Tick {
    const madeUp = Math.min(ticks, Math.floor(Math.max(0, this.milliseconds) / TICK));
    this.milliseconds -= madeUp * TICK;
    return ticks - madeUp;
  }

  /** Whole ticks by which the flow is ahead, which are then waited for. */
  ahead(): Tick {
    const ticks = Math.floor(Math.max(0, -this.milliseconds) / TICK);
    this.milliseconds += ticks * TICK;
    return ticks;
  }
}
