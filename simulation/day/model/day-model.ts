import type { Role, Shift } from '../../../domain/role.ts';
import type { Colour } from '../../../scenarios/day-simulation/colour.ts';
import type { Duration, Share } from '../../../scenarios/day-simulation/day-simulation.ts';
import type { Tick } from '../../kernel/index.ts';

/**
 * Everything a replication needs, as plain data: a day, its simulation data and its flows brought together. Two models
 * that are equal play the same. Ticks are seconds since the census.
 */
export interface DayModel {
  /** The census on the clock, in minutes since midnight. */
  readonly startsAt: number;
  /** Until when there are shifts, in ticks. */
  readonly horizon: Tick;
  readonly units: readonly ModelUnit[];
  readonly colours: readonly ColourModel[];
  readonly staff: readonly StaffModel[];
  readonly work: WorkTimes;
  /** What the system itself takes of a task. */
  readonly system: Duration;
  readonly streams: readonly Stream[];
  readonly inpatients: InpatientModel;
  readonly admission: AdmissionModel;
  readonly handOvers: readonly HandOverModel[];
  readonly census: readonly CensusModel[];
  readonly downtime: Downtime | undefined;
  readonly closed: ClosedWard | undefined;
}

export interface ModelUnit {
  readonly key: string;
  readonly name: string;
  readonly beds: number | undefined;
}

export interface ColourModel {
  readonly colour: Colour;
  readonly share: number;
  readonly ambulance: number;
  /** In ticks. */
  readonly doctorWithin: Tick | undefined;
}

export interface StaffModel {
  /** 'sas-akuten/nurse' */
  readonly key: string;
  readonly unit: string;
  readonly role: Role;
  readonly shifts: readonly WorkedShift[];
}

/** One shift of the simulated day, of which the day holds from–to. */
export interface WorkedShift {
  readonly shift: Shift;
  readonly from: Tick;
  readonly to: Tick;
  readonly count: number;
  readonly breaks: readonly { readonly at: Tick; readonly ticks: Tick }[];
}

/** Working times by task, unit and role. */
export type WorkTimes = Readonly<Record<string, Readonly<Record<string, RoleTimes>>>>;
type RoleTimes = Readonly<Partial<Record<Role, WorkTime>>>;

export interface WorkTime {
  readonly staff: string | undefined;
  /** In minutes. */
  readonly time: Duration;
  readonly delay: Duration | undefined;
  readonly factor: number;
}

/** Instances of one kind of care: a pathway, or one line of the mix. */
export interface Stream {
  readonly key: string;
  readonly sv: string;
  readonly en: string;
  readonly triage: boolean;
  /** Where its patients stand in line who have no colour of their own; lower is served first. */
  readonly priority: number;
  readonly pattern: 'planned' | 'random';
  readonly count: number;
  /** 24 weights from midnight. */
  readonly hours: readonly number[];
  /** What its instances take turns with. */
  readonly variants: readonly StreamVariant[];
}

export interface StreamVariant {
  /** Where it takes place, by the names its steps use; no steps when it is out of the model. */
  readonly places: Readonly<Record<string, string>>;
  readonly steps: readonly ModelStep[];
  /** The compiled flow that its patients go through; none for a pathway. */
  readonly flow?: FlowOf;
}

/** A compiled flow, as far as it takes time. */
export interface FlowOf {
  readonly id: string;
  /** Its tasks and waits, by the number that they have among all steps, from 1. */
  readonly steps: readonly FlowStep[];
  /** How many steps it has, looks included. */
  readonly length: number;
}

export type FlowStep = Extract<ModelStep, { kind: 'work' | 'wait' }>;

/** Steps are numbered through, so that a step's draws are its own. */
export type ModelStep =
  | {
      readonly kind: 'work';
      readonly number: number;
      readonly task: string;
      readonly role: Role;
      readonly unit: string;
    }
  | { readonly kind: 'wait'; readonly number: number; readonly time: Duration }
  | { readonly kind: 'take-place' }
  | { readonly kind: 'admit'; readonly number: number }
  | {
      readonly kind: 'some';
      readonly number: number;
      readonly share: Share;
      readonly steps: readonly ModelStep[];
      readonly otherwise: readonly ModelStep[];
    };

/** Where care that is not triaged stands among the colours: with the yellow ones. */
export const UNTRIAGED = 2;

/** The name by which the steps of a pathway call the unit it takes place at. */
export const OWN_UNIT = 'own';
/** The name by which they call the ward that somebody is admitted to. */
export const WARD = 'ward';

export interface AdmissionModel {
  readonly wards: readonly { readonly unit: string; readonly share: number }[];
  readonly elsewhere: Duration;
  readonly move: readonly ModelStep[];
}

export interface InpatientModel {
  readonly leavingShare: number;
  /** Hours of the clock. */
  readonly leavingHour: Duration;
  readonly leave: readonly ModelStep[];
  /** In the order of the day. */
  readonly care: readonly {
    readonly at: Tick;
    readonly spread: Tick;
    readonly task: string;
    readonly role: Role;
  }[];
}

export interface HandOverModel {
  readonly unit: string;
  readonly staff: string;
  readonly role: Role;
  readonly prepare: Duration;
  readonly receive: Duration;
  readonly changes: readonly {
    readonly from: Shift;
    readonly to: Shift;
    readonly at: Tick;
    readonly by: Tick;
  }[];
}

export interface CensusModel {
  readonly unit: string;
  readonly count: number;
  /** Undefined for those who lie in a bed. */
  readonly stream: string | undefined;
  /** Index of the step they wait for. */
  readonly from: number;
}

interface Downtime {
  readonly from: Tick;
  readonly to: Tick;
  readonly paper: number;
  readonly backEntry: Duration;
}

/** What would have come to a ward goes to another in this share, else out of the model. */
interface ClosedWard {
  readonly unit: string;
  readonly to: string;
  readonly moved: number;
}

export const staffKey = (unit: string, role: Role): string => `${unit}/${role}`;
