import type { Role, Shift } from '../../domain/role.ts';
import type { Colour } from './colour.ts';

/**
 * What a day's file does not say and its simulation must know: who works when, how long work takes, what places there
 * are, and what care happens beside the flows of the mix. Plain data from scenarios/simulation; minutes throughout.
 */
export interface DaySimulation {
  /** The name or path of the day that is simulated. */
  readonly day: string;
  /** 'HH:MM' of the census; the simulated day is the 24 hours from then on. */
  readonly startsAt: string;
  readonly triage: Triage;
  readonly places: readonly Places[];
  readonly staff: readonly Staff[];
  /** How long each task takes the roles that may do it. */
  readonly times: Readonly<Record<string, readonly TaskTime[]>>;
  /** What the system itself takes of every task; a rehearsal with robots measures it instead. */
  readonly system: Sourced & { readonly time: Duration };
  /** How urgent the patients of lines of the mix are; the others wait as yellow ones. */
  readonly urgency?: readonly (Sourced & { readonly flow: string; readonly colour: Colour })[];
  readonly pathways: Readonly<Record<string, Pathway>>;
  readonly admission: Admission;
  readonly inpatients: Inpatients;
  readonly handOvers: readonly ShiftHandOver[];
  readonly census: readonly CensusLine[];
}

/** Where a figure comes from: a public source, or marked as an assumption. */
export interface Sourced {
  readonly source?: string;
  readonly assumption?: true;
}

/** How long something takes, in minutes; the shape is that of the kernel's distributions. */
export type Duration =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly variation: number }
  | { readonly kind: 'log-normal'; readonly mean: number; readonly variation: number };

interface Triage extends Sourced {
  readonly colours: Readonly<Record<Colour, ColourData>>;
}

interface ColourData {
  /** Of all who come, 0–1. */
  readonly share: number;
  /** Of this colour, how many come by ambulance. */
  readonly ambulance: number;
  /** Within how many minutes a doctor must have come; none for the least urgent. */
  readonly doctorWithin?: number;
}

/** Beds or treatment places of a unit. */
interface Places {
  readonly unit: string;
  readonly beds: number;
}

interface Staff {
  readonly unit: string;
  readonly role: Role;
  readonly shifts: readonly StaffShift[];
}

export interface StaffShift {
  readonly shift: Shift;
  readonly from: string;
  readonly to: string;
  /** Ends on the day after. */
  readonly overnight?: true;
  readonly count: number;
  readonly breaks?: readonly ShiftBreak[];
}

/** Every one of the shift has it, one after the other from then on. */
interface ShiftBreak {
  readonly at: string;
  readonly minutes: number;
}

interface TaskTime extends Sourced {
  readonly roles: readonly Role[];
  readonly time: Duration;
  /** What must pass first while nobody works: an analyser, a transport. */
  readonly delay?: Duration;
}

/** A share of all, or a share by triage colour. */
export type Share = number | Readonly<Record<Colour, number>>;

/** Care that is described here and not in a flow: visits, samples from elsewhere, home visits. */
export interface Pathway extends Sourced {
  readonly sv: string;
  readonly en: string;
  /** Where it takes place; several take turns. */
  readonly units: readonly string[];
  /** Whether its patients are triaged and have a colour. */
  readonly triage?: true;
  /** Lines of the mix whose patients these are: a simulated day has the pathway, a rehearsed day the flows. */
  readonly standsFor?: readonly string[];
  readonly arrivals: {
    /** A curve of the day. */
    readonly curve: string;
    readonly perDay: number;
    /** Planned: exactly so many along the curve; random: a Poisson process along it. */
    readonly pattern: 'planned' | 'random';
  };
  readonly steps: readonly PathwayStep[];
}

/** One of: work, waiting that nobody works in, taking a place, being admitted, or a part that only some go through. */
export interface PathwayStep extends Sourced {
  readonly task?: string;
  readonly role?: Role;
  /** Another unit than the pathway's own. */
  readonly unit?: string;
  readonly wait?: string;
  readonly time?: Duration;
  readonly take?: 'place';
  readonly admit?: true;
  readonly share?: Share;
  readonly steps?: readonly PathwayStep[];
  readonly otherwise?: readonly PathwayStep[];
}

/** Where those who are admitted go; the rest goes to wards that are not simulated. */
interface Admission {
  readonly wards: readonly (Sourced & { readonly unit: string; readonly share: number })[];
  readonly elsewhere: Sourced & { readonly time: Duration };
  /** What a move to a ward takes when there is a bed; `unit: ward` is the one they go to. */
  readonly move: readonly PathwayStep[];
}

interface Inpatients {
  /** Of those who have a bed at the census, how many leave the same day, and at which hour of the clock. */
  readonly leaving: Sourced & { readonly share: number; readonly hour: Duration };
  readonly leave: readonly PathwayStep[];
  readonly care: readonly Care[];
}

/** What every inpatient is given at a time of the day. */
interface Care {
  readonly task: string;
  readonly role: Role;
  readonly at: string;
  /** Somewhere within so many minutes after it. */
  readonly spread: number;
}

/** At a change of shifts every patient of the unit is handed over: prepared by those who leave, then taken over. */
interface ShiftHandOver extends Sourced {
  readonly units: readonly string[];
  readonly role: Role;
  readonly prepare: Duration;
  readonly receive: Duration;
  readonly changes: readonly {
    readonly from: Shift;
    readonly to: Shift;
    /** When it begins, and when those who hand over go home. */
    readonly at: string;
    readonly by: string;
  }[];
}

/** Who is there when the day starts. */
interface CensusLine extends Sourced {
  readonly unit: string;
  readonly count: number;
  /** With the pathway, how far they have come: the step they wait for. Without it they have a bed. */
  readonly pathway?: string;
  readonly from?: string;
}
