import { minutesOf } from '../../../scenarios/day-simulation/clock.ts';
import type { Tick } from '../../kernel/index.ts';

/** Ticks are seconds. */
export const MINUTE: Tick = 60;
export const HOUR: Tick = 60 * MINUTE;
/** A replication's length. */
export const DAY: Tick = 24 * HOUR;

/** When a time of the clock first comes, in ticks since the census. */
export const tickOf = (clock: string, startsAt: number): Tick => sinceCensus(minutesOf(clock), startsAt);

/** When a minute since midnight first comes, in ticks since the census. */
export const sinceCensus = (minute: number, startsAt: number): Tick =>
  Math.round(((minute - startsAt + 24 * 60) % (24 * 60)) * MINUTE);
