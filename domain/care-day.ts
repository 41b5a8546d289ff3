import type { DrawnStep, Draws } from './care-flow.ts';
import type { Patient } from './patient.ts';
import type { UnitKind } from './role.ts';
import type { Milliseconds } from './time.ts';

/** A unit that takes part in a day. */
export interface CareUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Its HSA-id, in the reserved test range. */
  readonly hsaId: string;
  /** Kommunkod of the municipality it lies in or belongs to. */
  readonly municipalityCode: string;
}

/** One kind of flow in a day: how many, where and when. */
export interface FlowShare {
  /** Id of a flow, or of a feature (all its flows take turns). */
  readonly flow: string;
  /** Expected number of instances in the day. */
  readonly perDay: number;
  /** Which arrival curve it follows. */
  readonly arrivals: string;
}

/** A day at work: who is there, what happens, how much of it. */
export interface CareDay {
  readonly name: string;
  readonly title: string;
  readonly stage: string;
  /** 1 Monday … 7 Sunday */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly units: readonly CareUnit[];
  /** Named curves: 24 weights, one an hour from midnight; need not sum to anything. */
  readonly arrivals: Readonly<Record<string, { readonly hours: readonly number[]; readonly source: string }>>;
  /** Factor on all arrivals, Monday first. */
  readonly weekdayFactor: readonly number[];
  readonly mix: readonly FlowShare[];
  /** How its values are chosen unless the command says; as they are written when absent. */
  readonly draws?: Draws;
  /** The day that it is, but for what it says itself: who works, and how long all takes, is that one's. */
  readonly inherits?: string;
  /** What is changed of how its work goes: a variant of a what-if question, counted from 1. */
  readonly changes?: { readonly whatIf: string; readonly variant: number };
  /** What stops in it, and when. */
  readonly drills?: readonly DrillInDay[];
}

/** A drill that is held in a day while its flows wait. */
interface DrillInDay {
  /** '10:00' on the day's clock. */
  readonly at: string;
  /** Name or path of the drill. */
  readonly drill: string;
}

/** One flow that will happen to one person at one time. */
export interface PlannedFlow {
  /** 'f-0001', in order of arrival. */
  readonly instance: string;
  readonly flow: string;
  /** Milliseconds since midnight on the day's clock. */
  readonly at: Milliseconds;
  readonly patient: Patient;
  /** Unit key by kind of unit. */
  readonly units: Readonly<Partial<Record<UnitKind, string>>>;
  readonly channel: 'api' | 'ui';
  /** Values that were drawn for it. */
  readonly drawn?: readonly DrawnStep[];
}

/** A day unrolled: a pure function of seed, day and version; plain JSON. */
export interface DayPlan {
  readonly day: string;
  readonly stage: string;
  readonly seed: number;
  readonly version: string;
  readonly units: readonly CareUnit[];
  readonly flows: readonly PlannedFlow[];
  /** SHA-256 of everything above, as hex. */
  readonly hash: string;
}
