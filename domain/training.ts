import type { Role } from './role.ts';

/** One row of a course register, or what a lab showed of one person: a raw record, never a share that somebody states. */
export interface TrainingRecord {
  /** Never a name and never a personal number. */
  readonly pseudonym: string;
  /** The unit by its key in the day, or as the register calls it where the day has no such unit. */
  readonly unit: string;
  readonly role: Role;
  readonly course: string;
  readonly passed: boolean;
  /** ISO date. */
  readonly date: string;
}

/** Somebody who works at a unit; of the first weeks when `from` and `to` say nothing else. */
export interface RosterLine {
  readonly pseudonym: string;
  readonly unit: string;
  readonly role: Role;
  /** ISO dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

/** Who sat where in a lab, so that what was shown there can be counted for that person. */
export interface SeatLine {
  readonly run: string;
  /** 'plats-1' */
  readonly seat: string;
  readonly pseudonym: string;
}

/** A course that roles must have passed. */
export interface Course {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly roles: readonly Role[];
  /** For how many months before the start a pass counts; always when absent. */
  readonly validMonths?: number;
  /** Passed in a lab: so many cards without help. */
  readonly cards?: number;
  readonly source: string;
}

/** What must be passed before a stage goes live, and how many work there then. */
export interface TrainingPlan {
  /** Stage.name */
  readonly stage: string;
  /** ISO date of the start. */
  readonly goLive: string;
  /** So many weeks from then on count as the first. */
  readonly weeks: number;
  /** The day whose shifts tell how many are needed at each unit. */
  readonly day: string;
  /** Hours that a person works in a week, to tell people from shifts. */
  readonly weeklyHours: { readonly hours: number; readonly source: string };
  /** Units that are closed at weekends, by their keys. */
  readonly weekdaysOnly: readonly string[];
  readonly courses: readonly Course[];
  readonly source: string;
}

/** How many the shifts of a day need of a role at a unit. */
export interface StaffNeed {
  readonly unit: string;
  readonly unitName: string;
  readonly role: Role;
  /** People at work in one and the same day. */
  readonly perDay: number;
  /** People it takes to fill the shifts of a week. */
  readonly people: number;
}
