import type { ActivityKind } from './activity.ts';
import type {
  Accessed,
  Acted,
  Answered,
  Aspect,
  Component,
  Held,
  Logged,
  Looked,
  Named,
  Tried,
} from './fact.ts';
import type { Verdict } from './verdict.ts';

/** The families that monitors belong to. */
export const MONITOR_KINDS = {
  whose: { sv: 'hos vem', en: 'whose' },
  'how-many': { sv: 'hur många', en: 'how many' },
  'to-whom': { sv: 'till vem', en: 'to whom' },
  what: { sv: 'vad', en: 'what' },
  when: { sv: 'när', en: 'when' },
  may: { sv: 'får', en: 'may' },
  kept: { sv: 'loggat', en: 'kept' },
  same: { sv: 'samma', en: 'same' },
  together: { sv: 'samtidigt', en: 'together' },
  answers: { sv: 'svarar', en: 'answers' },
} as const;

export type MonitorKind = keyof typeof MONITOR_KINDS;

/** One thing that was wrong, in one flow. */
export interface Finding {
  readonly component: Component;
  /** Of a time that is wrong: in which part of the system it stands. */
  readonly within?: Component | undefined;
  /** The kind of step that it is about, where it is about one. */
  readonly kind?: ActivityKind | undefined;
  readonly instance?: string | undefined;
  /** What step wrote it, by its token. */
  readonly token?: string | undefined;
  /** Equal causes are one: what tells this cause from another, beside component and kind. */
  readonly cause: string;
  readonly expected: string;
  readonly observed: string;
  /** What the system calls the thing. */
  readonly reference?: string | undefined;
}

/** What a monitor saw: how much it had to look at, and what was wrong. */
export interface Judgement {
  readonly lookedAt: number;
  readonly findings: readonly Finding[];
}

/** The facts of a run, sorted as monitors need them. */
export interface Facts {
  readonly acted: readonly Acted[];
  readonly held: readonly Held[];
  readonly looked: readonly Looked[];
  readonly tried: readonly Tried[];
  readonly accessed: readonly Accessed[];
  readonly logged: readonly Logged[];
  readonly named: readonly Named[];
  readonly answered: readonly Answered[];
  /** Patient.key of those for whom people do something at workstations, of which no step knows. */
  readonly byHand: ReadonlySet<string>;
  /** Why what is not there cannot be had. */
  unwatched(aspect: Aspect): string | undefined;
  /** How far the system's clock is ahead. */
  readonly clockAhead: number;
}

/** What must hold whatever happens in a day: a pure function of facts, with what is known of it. */
export interface Monitor {
  readonly id: string;
  readonly kind: MonitorKind;
  readonly sv: string;
  readonly en: string;
  /** A public source, or the word `assumption`. */
  readonly source: string;
  /** Monitors whose findings about the same thing explain its own: what was moved to another chart is also lost here. */
  readonly follows?: readonly string[];
  /** What of the watch it needs; where that cannot be had it is not covered, for that reason. */
  readonly needs: Aspect;
  judge(facts: Facts): Judgement;
}

/** `not-exercised`: nothing happened in the run that it could have been wrong about. */
export type MonitorVerdict = Verdict | 'not-exercised';

/** Equal findings, told once. */
export interface ToldFinding extends Omit<Finding, 'token'> {
  readonly count: number;
  /** The monitor whose finding about the same thing explains it: what is told there is not held against anything twice. */
  readonly follows?: string;
  /** Index of the step that wrote it, where it is known. */
  readonly step?: number;
}
