import type { ActivityKind } from './activity.ts';
import type { Approvable } from './approval.ts';
import type { SafetyClass, SourceLocation } from './care-flow.ts';
import type { DrillStops } from './drill-evidence.ts';
import type { Component } from './fact.ts';
import type { Role } from './role.ts';

/** In words for a steering group, and where the words come from: an event that happened, or an assumption. */
export interface ClinicalConsequence {
  readonly sv: string;
  readonly en: string;
  readonly source: string;
}

/** A monitor, and the kinds of step that its findings must be about; without them it takes what nothing else does. */
interface Watcher {
  readonly monitor: string;
  readonly of?: readonly ActivityKind[];
}

/** Something the new system must do, told so that a clinician can agree or not. */
export interface Requirement {
  /** 'KRAV-LAB-01' */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly safetyClass: SafetyClass;
  /** The steps that show whether it holds; a flow that claims the requirement has at least one of them. */
  readonly shownBy: readonly ActivityKind[];
  /** The part of the system that the steps look at which show it; absent in evidence from before 0.2. */
  readonly component?: Component;
  /** The monitors that speak against it, of all kinds of step or of some; absent where none does. */
  readonly watchedBy?: readonly Watcher[];
  /** What may happen to a patient, or to the work, when it does not hold; absent in evidence from before 0.2. */
  readonly consequence?: ClinicalConsequence;
  /** Where the requirement comes from, or 'assumption'. */
  readonly source: string;
}

/** Who answers for a gate: a role, never a person. */
export interface OwnerRole {
  readonly sv: string;
  readonly en: string;
}

/** A threshold that must hold before go; one kind a strategy in reports/gates. */
export type Gate =
  /** Every requirement of these safety classes is `pass`. */
  | { readonly kind: 'requirements-pass'; readonly classes: readonly SafetyClass[] }
  /** At least this share of the flows that were started ended `pass`. */
  | { readonly kind: 'flows-passed'; readonly atLeast: number }
  /** At least this share of the steps of the flows could be looked at. */
  | { readonly kind: 'steps-covered'; readonly atLeast: number }
  /** p95 of hand-over latency, in milliseconds of the system's clock. */
  | { readonly kind: 'hand-over-p95'; readonly atMost: number }
  /** No step ended `error` or `unknown` more often than this share. */
  | { readonly kind: 'broken-steps'; readonly atMost: number }
  /** At least this share of the requirements of these safety classes was looked at. */
  | {
      readonly kind: 'requirements-covered';
      readonly classes: readonly SafetyClass[];
      readonly atLeast: number;
    }
  /** At least this share of the flows was played; those that are named were all played, and every time to `pass`. */
  | { readonly kind: 'flows-played'; readonly atLeast: number; readonly flows?: readonly string[] }
  /** At least this share of the orders and messages that were looked for arrived once and were answered once. */
  | { readonly kind: 'conservation'; readonly atLeast: number }
  /** At most so many deviations of this class are open; with `unlessWorkaround` those with an accepted one do not count. */
  | {
      readonly kind: 'deviations-open';
      readonly class: SafetyClass;
      readonly atMost: number;
      readonly unlessWorkaround?: boolean;
    }
  /** A figure of the simulated day, its 95 % confidence interval included, keeps within this. */
  | {
      readonly kind: 'simulation-limit';
      readonly estimate: string;
      readonly atMost?: number;
      readonly atLeast?: number;
    }
  /** A named person says, signed and with something to show for it, that this is so. */
  | { readonly kind: 'statement'; readonly limit: { readonly sv: string; readonly en: string } }
  /** p95 of how long a task takes under load, milliseconds, at no less than so many times the day's own arrivals. */
  | { readonly kind: 'load-response-p95'; readonly atMost: number; readonly atLeastTimes: number }
  /** p95 of hand-over latency under load, in milliseconds of the system's clock. */
  | { readonly kind: 'load-hand-over-p95'; readonly atMost: number }
  /** At most this share of the steps under load ended other than pass. */
  | { readonly kind: 'load-errors'; readonly atMost: number }
  /** At most this share of the planned arrivals could not be begun because too much was under way already. */
  | { readonly kind: 'load-dropped'; readonly atMost: number }
  /** At least this share of people's cards in a lab was seen to be done without help. */
  | { readonly kind: 'lab-task-success'; readonly atLeast: number }
  /** Observers of a lab saw at most so many use errors that may harm a patient. */
  | { readonly kind: 'lab-critical-errors'; readonly atMost: number }
  /** The mean of the single ease question, one to seven. */
  | { readonly kind: 'lab-ease'; readonly atLeast: number }
  /** People's time over the working time that the day has for the step. */
  | { readonly kind: 'lab-friction'; readonly atMost: number }
  /** At least so many people of a role have each done so many cards in a lab without help. */
  | {
      readonly kind: 'trained-and-passed';
      readonly role: Role;
      readonly people: number;
      readonly cards: number;
    }
  /** At least this share of those who work in the first weeks are trained and have passed, in all and of each unit's roles. */
  | { readonly kind: 'staff-trained'; readonly atLeast: number; readonly eachAtLeast?: number }
  /** What the stage rests on of these kinds and classes is approved by a clinical role, as it now reads. */
  | {
      readonly kind: 'clinically-approved';
      readonly of: readonly Approvable[];
      readonly classes: readonly SafetyClass[];
    }
  /** At least this share of the harms of these classes in a deck of decision support was found, each by every way it was asked. */
  | { readonly kind: 'deck-sensitivity'; readonly classes: readonly SafetyClass[]; readonly atLeast: number }
  /** Of the harms that were found, at least this share was spoken of as strongly as the deck expects. */
  | { readonly kind: 'deck-strength'; readonly atLeast: number }
  /** Decision support spoke of at most so many of the harmless twins of a deck. */
  | { readonly kind: 'deck-twins'; readonly atMost: number }
  /** At most this share of the day's ordinary orders is interrupted, 95 % interval and all. */
  | { readonly kind: 'deck-nuisance'; readonly atMost: number }
  /** At least this share of what interrupts somebody, over the deck and the day's ordinary orders, is about a harm. */
  | { readonly kind: 'deck-ppv'; readonly atLeast: number }
  /** A named person has fixed, signed, the stop rules of the first weeks as they now stand. */
  | { readonly kind: 'stop-rules-fixed' }
  /** At most so many differences of these classes between what a migration took over and its source, all people compared. */
  | { readonly kind: 'migration-findings'; readonly classes: readonly SafetyClass[]; readonly atMost: number }
  /** At most this share of a sample of migrated values is wrong, with 95 % certainty, as people have judged it. */
  | { readonly kind: 'migration-sample'; readonly atMost: number }
  /** At most so many cells of a matrix of access are wrong, either way. */
  | { readonly kind: 'access-matrix'; readonly atMost: number }
  /** At least this share of what was done with records stands in the system's log, and of the log is explained. */
  | { readonly kind: 'access-log'; readonly atLeast: number }
  /** A drill of each of these ways to stop was held, and it could be worked again within so many seconds. */
  | { readonly kind: 'drill-recovery'; readonly of: readonly DrillStops[]; readonly atMost: number }
  /** A drill of each of these ways to stop was held, and what was written stands there once, as it was written. */
  | { readonly kind: 'drill-data'; readonly of: readonly DrillStops[] }
  /** The load generator was not the bottleneck: p99 of its own lag, milliseconds. */
  | { readonly kind: 'load-generator'; readonly lagAtMost: number };

export interface StageGate {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly source: string;
  /** Absent in evidence from before 0.2. */
  readonly owner?: OwnerRole;
  readonly gate: Gate;
  /** Where its file says it; absent in what was not read from a file, and in evidence from before 0.2. */
  readonly location?: SourceLocation;
}

/** The organisations that go live together, what they require and what decides. */
export interface Stage {
  readonly name: string;
  readonly title: string;
  readonly organisations: readonly string[];
  /** Where the people whom the stage concerns live. */
  readonly municipalities?: { readonly source: string; readonly codes: readonly string[] };
  readonly requirements: readonly Requirement[];
  readonly gates: readonly StageGate[];
  /** SHA-256 of the files it was read from, as hex: fixed before a run. */
  readonly hash: string;
}
