import type { Milliseconds } from './time.ts';

/** A figure of a rehearsed day beside what the same day foresaw when it was simulated. */
export interface DayMeasured {
  readonly type: 'day-measured';
  /** Stable: 'flow/…/took', 'wait/…', 'utilisation/…'. */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly group: 'cycle-time' | 'flow-wait' | 'staff-wait' | 'utilisation';
  readonly unit: 'minutes' | 'share';
  /** The mean of the simulated days, and between what one more such day lies in 95 of 100 cases. */
  readonly simulated: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly replications: number;
  };
  readonly measured: number;
}

/** How far a rehearsed day was behind its own clock; all times are on that clock. */
export interface LagMeasured {
  readonly type: 'lag';
  /** How late the day's events came. */
  readonly events: { readonly mean: Milliseconds; readonly max: Milliseconds };
  /**
   * How far flows by api were behind when their patients asked for the next thing, and robots in browsers when they began
   * what their patients had done already; a browser's slowness says nothing of the day.
   */
  readonly flows: { readonly api: FlowLag; readonly ui: FlowLag };
  /** Beyond this nothing that was measured on the day's clock is to be trusted. */
  readonly limit: Milliseconds;
  /** From when on that was so, milliseconds since midnight of the first day; absent when it never was. */
  readonly since?: Milliseconds;
}

export interface FlowLag {
  readonly count: number;
  readonly mean: Milliseconds;
  readonly p99: Milliseconds;
  readonly max: Milliseconds;
}
