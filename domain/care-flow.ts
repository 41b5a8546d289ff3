import type { Activity, Question, Task } from './activity.ts';
import type { PatientCriteria } from './patient.ts';
import type { HopedFor } from './refusal.ts';
import type { Actor, UnitKind } from './role.ts';
import type { Milliseconds, TimeLimit } from './time.ts';

/** Patient-safety classes of a flow: 1 may cost a life, 2 may harm, 3 hinders work. */
export const SAFETY_CLASSES = [1, 2, 3] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

/** Where in the feature files a thing was written. */
export interface SourceLocation {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly line: number;
}

/** A moment of work or waiting that does nothing in the system under test. */
export interface Wait {
  readonly type: 'wait';
  readonly duration: Milliseconds;
}

/** Where what a task has sent must be found when nobody sends anything any more. */
export interface LastLook {
  /** Index of the step after which this look counts; without one it counts from the beginning. */
  readonly after?: number;
  readonly question: Question;
  /** Who looks; the sender when absent. */
  readonly by?: Actor;
}

/** One step of a flow: who does or sees what, and until when. */
export interface CareStep {
  /** The sentence, without its keyword. */
  readonly text: string;
  readonly keyword: string;
  readonly location: SourceLocation;
  /** Absent in a step that only lets time pass. */
  readonly actor?: Actor;
  readonly activity: Activity | Wait;
  readonly limit?: TimeLimit;
  /** Working time the step takes on the day's clock before the system is touched. An assumption unless the day says. */
  readonly workingTime: Milliseconds;
  /** Of an attempt: the no that it may meet. */
  readonly mayBeRefused?: HopedFor;
  /** Of a task that sends something; the first that counts is taken. */
  readonly lastLooks?: readonly LastLook[];
}

/** How the values of a run's steps are chosen: as they are written, or drawn so that limits are met. */
export type Draws = 'written' | 'limits';

/** A step whose values were drawn for one instance, in the place of those that are written. */
export interface DrawnStep {
  readonly step: number;
  readonly activity: Task;
}

/** One compiled scenario: plain JSON, the same for every interpreter. */
export interface CareFlow {
  /** Its identity, from run to run: 'akutsjukvard/sepsislarm#sju-poang-racker-for-larm'. */
  readonly id: string;
  readonly feature: string;
  readonly name: string;
  /** The care setting: the folder of the feature file. */
  readonly setting: string;
  readonly location: SourceLocation;
  readonly tags: readonly string[];
  readonly requirements: readonly string[];
  readonly safetyClass: SafetyClass;
  readonly patient: PatientCriteria;
  readonly steps: readonly CareStep[];
  /** Kinds of unit that the flow passes through, those that only receive something too. */
  readonly units: readonly UnitKind[];
  /** SHA-256 of everything above but the places where it is written, as hex. */
  readonly hash: string;
}
