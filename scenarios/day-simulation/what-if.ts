import type { Role, Shift } from '../../domain/role.ts';
import type { Duration, Sourced } from './day-simulation.ts';

/** A question to the simulation: the same day with something changed. */
export interface WhatIf {
  readonly name: string;
  readonly sv: string;
  readonly en: string;
  readonly variants: readonly Variant[];
}

export interface Variant {
  readonly sv: string;
  readonly en: string;
  readonly changes: readonly Change[];
}

/** Everything a variant can change, each on a stated ground. */
export type Change = Sourced &
  (PaceChange | StaffingChange | ArrivalsChange | DowntimeChange | BedsChange | ClosedWardChange);
export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Work takes so many times as long; what is not named counts all of it. */
export interface PaceChange {
  readonly kind: 'pace';
  readonly roles?: readonly Role[];
  readonly tasks?: readonly string[];
  readonly units?: readonly string[];
  readonly factor: number;
}

/** So many more, or fewer, on a shift. */
interface StaffingChange {
  readonly kind: 'staffing';
  readonly unit: string;
  readonly role: Role;
  readonly shift: Shift;
  readonly change: number;
}

/** So many times as many come, to pathways or to lines of the mix. */
interface ArrivalsChange {
  readonly kind: 'arrivals';
  readonly pathways?: readonly string[];
  readonly flows?: readonly string[];
  readonly factor: number;
}

/** The system is away: work takes so many times as long on paper, and each task is entered afterwards. */
export interface DowntimeChange {
  readonly kind: 'downtime';
  readonly from: string;
  readonly to: string;
  readonly paper: number;
  readonly backEntry: Duration;
}

/** So many more, or fewer, beds. */
interface BedsChange {
  readonly kind: 'beds';
  readonly unit: string;
  readonly change: number;
}

/** A ward is empty and unstaffed; a share of what it had goes to another, the rest out of the model. */
export interface ClosedWardChange {
  readonly kind: 'closed-ward';
  readonly unit: string;
  readonly to: string;
  readonly moved: number;
}
