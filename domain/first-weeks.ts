import type { SafetyClass } from './care-flow.ts';
import type { OwnerRole } from './stage.ts';

/** A figure with where it comes from, or that it is assumed. */
export interface Sourced {
  readonly source?: string;
  readonly assumption?: true;
}

/** When a stop rule is tripped; one kind a strategy in weeks/rules. */
export type StopCondition =
  /** More than so many deviations of a class are open, of those that are older than so many hours. */
  | {
      readonly kind: 'open';
      readonly class: SafetyClass;
      readonly atMost: number;
      readonly olderThanHours?: number;
      /** Only those that nobody owns. */
      readonly withoutOwner?: true;
    }
  /** More than so many deviations of these classes were reported in so many hours. */
  | {
      readonly kind: 'reported';
      readonly classes: readonly SafetyClass[];
      readonly hours: number;
      readonly atMost: number;
    }
  /** More than so many deviations per 1,000 contacts over so many days, 95 % interval and all. */
  | {
      readonly kind: 'rate';
      readonly classes: readonly SafetyClass[];
      readonly days: number;
      readonly atMost: number;
      /** Of one unit; of all together when absent. */
      readonly unit?: string;
    }
  /** Deviations of these classes that were reported in so many hours touch more than so many patients. */
  | {
      readonly kind: 'patients';
      readonly classes: readonly SafetyClass[];
      readonly hours: number;
      readonly atMost: number;
    }
  /** More was reported than closed in each of so many days and nights in a row. */
  | { readonly kind: 'growing'; readonly days: number };

/** "Stop if …", said before the start. */
export interface StopRule {
  /** 'klass-1-oppen' */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  /** What is done when it is tripped: nothing new is begun, or the system is left for the reserve routine. */
  readonly demands: 'hold' | 'stop';
  readonly owner: OwnerRole;
  /** Where the limit comes from, or 'assumption'. */
  readonly source: string;
  readonly condition: StopCondition;
}

/** A unit that goes live. */
interface WeekUnit {
  /** As incoming files have it. */
  readonly key: string;
  readonly sv: string;
  readonly en: string;
  /** How many of its staff sign in on a weekday. */
  readonly users: number;
}

/** When a shift begins, Swedish time; it ends when the next begins. */
export interface WeekShift {
  readonly sv: string;
  readonly en: string;
  /** '07:00' */
  readonly from: string;
}

/** How long something takes, in minutes. */
type SupportTime =
  | { readonly kind: 'log-normal'; readonly mean: number; readonly variation: number }
  | { readonly kind: 'exponential'; readonly mean: number };

/** A line of support: who asks waits for one of it. */
export interface SupportLine extends Sourced {
  readonly key: string;
  readonly sv: string;
  readonly en: string;
  /** How long a question takes. */
  readonly minutes: SupportTime;
  /** How long somebody waits before giving up; for ever when absent. */
  readonly patience?: SupportTime;
  /** Share of the questions that are answered here; the rest goes to the next line. */
  readonly resolves: number;
  /** How many answer, from when in the day and night, weekdays. */
  readonly staff: readonly { readonly from: string; readonly people: number }[];
}

/** The queue for help as it is foreseen. */
interface SupportPlan {
  /** How many ask per 100 users and day, week by week. */
  readonly perHundredUsersAndDay: Sourced & { readonly weeks: readonly number[] };
  /** How the questions of a day are spread over its hours; 24 weights. */
  readonly byHour: Sourced & { readonly weights: readonly number[] };
  /** Of a weekday's questions on a Saturday or Sunday. */
  readonly weekend: Sourced & { readonly share: number };
  readonly lines: readonly SupportLine[];
  /** What makes questions of help that people asked for in a lab. */
  readonly fromLab: Sourced & {
    /** Tasks of the kind that cards are made of, a user and day. */
    readonly tasksPerUserAndDay: number;
    /** Share of those who ask for help who do not get it from somebody beside them. */
    readonly reachesSupport: number;
  };
}

/** What somebody decided about the weeks: to go on, to begin nothing new, or to leave the system. */
export const COURSES = ['go-on', 'hold', 'stop'] as const;
export type Course = (typeof COURSES)[number];

/** The first weeks of a stage in a new system: what is watched, how help is staffed, and when to stop. */
export interface FirstWeeks {
  /** Stage.name */
  readonly stage: string;
  readonly title: string;
  /** 'YYYY-MM-DD HH:mm', Swedish time. */
  readonly start: string;
  readonly weeks: number;
  /** Data in which nothing is newer than so many hours is no sign of peace. */
  readonly freshWithinHours: number;
  readonly units: readonly WeekUnit[];
  readonly shifts: readonly WeekShift[];
  /** What the columns of incoming CSV are called, where not as in the schema. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly stopRules: readonly StopRule[];
  readonly support: SupportPlan;
  /** SHA-256, as hex, of when it begins and of all that the stop rules ask. */
  readonly rulesHash: string;
}
