import type { Tick } from './event-queue.ts';
import type { Process } from './process.ts';
import type { Resource } from './resource.ts';
import type { Signal } from './signal.ts';

/**
 * What a process asks of the simulation: plain data that it yields. What comes back from the `yield` is an `Outcome`;
 * an interruption is thrown instead.
 *
 * ```ts
 * function* patient(nurse: Resource): Body {
 *   const { kind } = yield seize(nurse, { patience: 240 });
 *   if (kind === 'reneged') return;
 *   yield hold(15);
 *   yield release(nurse);
 * }
 * ```
 */
export type Effect = Hold | Until | Seize | Release | HandOver | WaitFor | Act | Interrupt;

/** Lets time pass. */
export interface Hold {
  readonly kind: 'hold';
  readonly ticks: Tick;
}

/** Lets time pass until a point in time that is not in the past. */
export interface Until {
  readonly kind: 'until';
  readonly tick: Tick;
}

/** How a process stands in line; the default is priority 0 and to wait as long as it takes. */
export interface SeizeOptions {
  /** Lower is served first. */
  readonly priority?: number;
  /** Goes before those of its own priority and is never refused: work that was begun and broken off. */
  readonly resumes?: boolean;
  /** Takes the unit of a process with a higher priority number, which is interrupted. */
  readonly preempts?: boolean;
  /** Leaves the line after this long. */
  readonly patience?: Tick | undefined;
  /** Holds the unit without work being done: a break, not counted as busy. */
  readonly rests?: boolean;
}

/** Asks for one unit of a resource. Comes back as done, reneged (patience is over) or refused (no room to wait). */
export interface Seize extends SeizeOptions {
  readonly kind: 'seize';
  readonly resource: Resource;
}

/** Gives a unit back. */
export interface Release {
  readonly kind: 'release';
  readonly resource: Resource;
}

/** Keeps a unit of one resource until there is one of another, then gives the first back: nothing falls between. */
export interface HandOver extends SeizeOptions {
  readonly kind: 'hand-over';
  readonly from: Resource;
  readonly resource: Resource;
}

/** Waits until somebody fires a signal; comes back as done with the signal's value, or as late. */
export interface WaitFor {
  readonly kind: 'wait-for';
  readonly signal: Signal;
  readonly patience: Tick | undefined;
}

/** Does something: the virtual clock lets the ticks pass, the wall clock has it done and takes the time it took. */
export interface Act {
  readonly kind: 'act';
  readonly what: unknown;
  readonly ticks: Tick;
}

/** Breaks off what another process is waiting for. */
export interface Interrupt {
  readonly kind: 'interrupt';
  readonly process: Process;
  readonly cause: unknown;
}

/** How an effect ended, unless it was interrupted. */
export type Outcome =
  | { readonly kind: 'done'; readonly value?: unknown }
  | { readonly kind: 'reneged' | 'refused' | 'late' }
  | { readonly kind: 'failed'; readonly error: unknown };

export const DONE: Outcome = { kind: 'done' };
export const RENEGED: Outcome = { kind: 'reneged' };
export const REFUSED: Outcome = { kind: 'refused' };
export const LATE: Outcome = { kind: 'late' };

export const hold = (ticks: Tick): Hold => ({ kind: 'hold', ticks });
export const until = (tick: Tick): Until => ({ kind: 'until', tick });
export const seize = (resource: Resource, options?: SeizeOptions): Seize =>
  options === undefined ? { kind: 'seize', resource } : { kind: 'seize', resource, ...options };
export const release = (resource: Resource): Release => ({ kind: 'release', resource });
export const handOver = (from: Resource, to: Resource, options?: SeizeOptions): HandOver => ({
  kind: 'hand-over',
  from,
  resource: to,
  ...options,
});
export const waitFor = (signal: Signal, patience?: Tick): WaitFor => ({ kind: 'wait-for', signal, patience });
export const act = (what: unknown, ticks: Tick): Act => ({ kind: 'act', what, ticks });
export const interrupt = (process: Process, cause: unknown): Interrupt => ({
  kind: 'interrupt',
  process,
  cause,
});
