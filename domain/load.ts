import type { HistogramJson } from './histogram.ts';
import type { Milliseconds } from './time.ts';

/** A stretch of a load with one intensity; a step-up profile has many, a plain peak one. */
export interface LoadPhase {
  /** From the load's beginning, real time. */
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  /** How many times the day's own arrivals. */
  readonly factor: number;
}

/** A flow of the day that a load leaves out, wholly or from some step on, and why. */
export interface LeftOut {
  readonly flow: string;
  /** How many of its steps the load cannot do. */
  readonly steps: number;
  readonly reason: string;
}

/** What a load sets out to do, fixed before it begins. */
export interface LoadPlanFacts {
  readonly profile: string;
  readonly title: string;
  /** The hours of the day that are replayed: 9 to 12. */
  readonly hours: { readonly from: number; readonly to: number };
  /** How many times the day's own arrivals, at the highest. */
  readonly multiply: number;
  /** How much faster than real the day's clock runs; limits on the system are never scaled. */
  readonly speed: number;
  /** Real time from the first planned arrival to the end of arrivals. */
  readonly duration: Milliseconds;
  readonly phases: readonly LoadPhase[];
  /** How many flows are planned, and how many sign-ins at shift changes. */
  readonly planned: number;
  readonly signIns: number;
  /** Length of the slices of time that figures are told in. */
  readonly slice: Milliseconds;
  /** Planned arrivals in each slice. */
  readonly plannedPerSlice: readonly number[];
  /** In how many parts the plan is replayed at the same time. */
  readonly segments: number;
  readonly leftOut: readonly LeftOut[];
  /** SHA-256 of the plan's entries, as hex. */
  readonly planHash: string;
}

/** Figures of one stretch of time of a load, from all its generators. */
export interface LoadFigures {
  readonly started: number;
  readonly dropped: number;
  readonly ended: number;
  readonly signIns: number;
  /** The most flows under way at once, added over the generators. */
  readonly inFlight: number;
  readonly requests: number;
  /** Requests without a proper answer, by kind of SystemError; steps that ended other than pass, by verdict. */
  readonly failures: Readonly<Record<string, number>>;
  /** One HTTP request, on the clock of the network. */
  readonly request: HistogramJson;
  /** How late arrivals began after their planned time. */
  readonly startLag: HistogramJson;
  /** How late the generator's own 100 ms ticker came. */
  readonly loopLag: HistogramJson;
}

/** What the generator says of itself when it has ended. */
export interface GeneratorReport {
  /** Processor time over real time, of the generator that used most of its core; absent where it cannot be read. */
  readonly busiestCore?: number;
  /** Load average of the machine over its cores at the end; absent where it cannot be read. */
  readonly machine?: number;
  /** Generators that were planned and that ended as they should. */
  readonly generators: number;
  readonly completed: number;
}
