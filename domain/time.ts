/** Milliseconds. Every duration in Genrep is in milliseconds unless its name says otherwise. */
export type Milliseconds = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * The two clocks a limit can be told on.
 * - `system`  real time as the system under test lives it; never scaled when a day is compressed
 * - `day`     the clock of the rehearsed day: staff's working time as planned plus the system's real time
 */
export type Clock = 'system' | 'day';

/** When a question must have been answered with yes, or for how long it must stay so. */
export type TimeLimit =
  /** Yes, at the latest this long after `since` (a named reference) or after the latest act of the flow. */
  | { readonly mode: 'within'; readonly limit: Milliseconds; readonly clock: Clock; readonly since?: string }
  /** Yes, before midnight of the day's clock on which `since` happened. */
  | { readonly mode: 'same-day'; readonly since: string }
  /** Yes all the time, from now on and this long (real time): for what must never turn up. */
  | { readonly mode: 'throughout'; readonly limit: Milliseconds };

/** Where time comes from, so that nothing reads a hidden clock. */
export interface Timekeeper {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after real time has passed; rejects when the run is interrupted. */
  pause(milliseconds: Milliseconds): Promise<void>;
}

/**
 * How far apart the clocks of Genrep and of the system may be: further, and times that either wrote say nothing of what came
 * first. An assumption: hospitals that follow IHE's Consistent Time are within a second.
 */
export const CLOCKS_APART: Milliseconds = 1 * MINUTE;

/** '5 s', '40 min', '24 h' for reports and messages. */
export function formatDuration(duration: Milliseconds): string {
  if (duration < SECOND) return `${Math.round(duration)} ms`;
  if (duration < 2 * MINUTE) return `${Number((duration / SECOND).toFixed(1))} s`.replace('.', ',');
  if (duration < 2 * HOUR) return `${Math.round(duration / MINUTE)} min`;
  return `${Number((duration / HOUR).toFixed(1))} h`.replace('.', ',');
}

export const within = (limit: Milliseconds): TimeLimit => ({ mode: 'within', limit, clock: 'system' });
/** On the day's clock, counted from something that happened earlier in the flow. */
export const withinOfDay = (limit: Milliseconds, since: string): TimeLimit => ({
  mode: 'within',
  limit,
  clock: 'day',
  since,
});
export const sameDayAs = (since: string): TimeLimit => ({ mode: 'same-day', since });
export const throughout = (limit: Milliseconds): TimeLimit => ({ mode: 'throughout', limit });
