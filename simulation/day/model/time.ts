import { type Milliseconds, SECOND } from '../../../domain/time.ts';
import { minutesOf } from '../../../scenarios/day-simulation/clock.ts';
import type { Tick } from '../../kernel/index.ts';

/** Ticks are seconds. */
export const MINUTE: Tick = 60;
export const HOUR: Tick = 60 * MINUTE;
/** A replication's length. */
export const DAY: Tick = 24 * HOUR;

/** Milliseconds since midnight of the first day, which is how evidence and plans tell the day's time. */
export const dayTimeOf = (tick: Tick, startsAt: number): Milliseconds => (startsAt * MINUTE + tick) * SECOND;

/** The tick of a moment of the day, told in milliseconds since midnight of the first day. */
export const tickAt = (dayTime: Milliseconds, startsAt: number): Tick =>
  Math.floor(dayTime / SECOND) - startsAt * MINUTE;

/** When something of a plan happens: what is planned before the census comes the morning after. */
export const plannedTick = (at: Milliseconds, startsAt: number): Tick => (tickAt(at, startsAt) + DAY) % DAY;

/** When a time of the clock first comes, in ticks since the census. */
export const tickOf = (clock: string, startsAt: number): Tick => sinceCensus(minutesOf(clock), startsAt);

/** When a minute since midnight first comes, in ticks since the census. */
export const sinceCensus = (minute: number, startsAt: number): Tick =>
  Math.round(((minute - startsAt + 24 * 60) % (24 * 60)) * MINUTE);
