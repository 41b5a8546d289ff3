import type { AccessEvent } from './access-evidence.ts';
import type { ActivityKind } from './activity.ts';
import type { ActivityFacts } from './area.ts';
import type { CareFlow, DrawnStep, Draws } from './care-flow.ts';
import type { DayMeasured, LagMeasured } from './day-evidence.ts';
import type { DeckEvent } from './deck-evidence.ts';
import type { DrillEvent } from './drill-evidence.ts';
import type { LabEvent } from './lab-evidence.ts';
import type { GeneratorReport, LoadFigures, LoadPlanFacts } from './load.ts';
import type { MigrationEvent } from './migration-evidence.ts';
import type { MonitorKind, MonitorVerdict, ToldFinding } from './monitor.ts';
import type { RefusalKind } from './refusal.ts';
import type { Actor } from './role.ts';
import type { Stage } from './stage.ts';
import type { Clock, Milliseconds } from './time.ts';
import type { Verdict } from './verdict.ts';

/** Version of the events below; a reader refuses what is newer and upgrades what is older. */
export const EVIDENCE_VERSION = 9;

/** What kind of run it was; a gate is judged from the runs that can show it. */
export type RunKind =
  | 'day'
  | 'features'
  | 'simulate'
  | 'load'
  | 'lab'
  | 'deck'
  | 'migration'
  | 'access'
  | 'drill';

/** How a flow reached the system under test. */
export type Channel = 'api' | 'ui';

/** Arguments and options of a command, by the names that the command has for them. */
export interface Asked {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The first record of every run: all that a report must know beside what happened. */
export interface RunStarted {
  readonly type: 'run-started';
  readonly evidenceVersion: number;
  readonly run: string;
  readonly genrep: string;
  readonly command: RunKind;
  readonly title: string;
  /** Absent where nothing was sent to any system. */
  readonly system?: { readonly name: string; readonly software: string; readonly version: string };
  readonly stage: Stage;
  readonly flows: readonly CareFlow[];
  /** What the areas of care tell of the kinds of step there were, so that the run is read without them. */
  readonly activities: readonly ActivityFacts[];
  readonly seed: number;
  /** Hash of the day plan, where a day was rehearsed. */
  readonly planHash?: string;
  /** How many flow instances the plan holds; what a load adds is planned in its own event. */
  readonly planned: number;
  /** How much faster than real the day's clock ran; 1 for features. */
  readonly speed: number;
  /** Faults that were planted in the system for this run, as the user named them; absent when there were none. */
  readonly planted?: readonly string[];
  /** How values were chosen, where not as they are written. */
  readonly draws?: Draws;
  /** What was written on the command line, for the same to be asked again; absent in evidence from before 0.2. */
  readonly asked?: Asked;
}

/** What a driver said it could not do or see, with the reason; what is not listed it could. */
export interface NotSupported {
  readonly type: 'not-supported';
  readonly channel: Channel;
  readonly kind: ActivityKind;
  readonly reason: string;
}

/** How far the system's clock is ahead of Genrep's, as an answer told; negative when it is behind. */
interface ClockMeasured {
  readonly type: 'clock-measured';
  readonly ahead: Milliseconds;
}

/** What was made in the system so that a flow could begin there: the person, what is known of the person, units. */
interface Introduced {
  readonly type: 'introduced';
  readonly instance: string;
  /** The driver's handles, in the order in which they were made; what was there before is not among them. */
  readonly made: readonly string[];
}

export interface FlowStarted {
  readonly type: 'flow-started';
  readonly instance: string;
  /** CareFlow.id */
  readonly flow: string;
  readonly channel: Channel;
  /** Patient.key; never a number or a name. */
  readonly patient: string;
  /** Planned and real start on the day's clock, milliseconds since midnight. */
  readonly plannedAt: Milliseconds;
  readonly dayTime: Milliseconds;
  /** Epoch milliseconds of the system's clock. */
  readonly startedAt: number;
  /** The load that the flow was part of; absent for robots and people. */
  readonly load?: string;
  /** Values that were drawn for it, whole, so that the same can be played again. */
  readonly drawn?: readonly DrawnStep[];
}

/** The intent of a task, written and flushed before it touches the system. */
export interface StepStarted {
  readonly type: 'step-started';
  readonly instance: string;
  readonly step: number;
  /** Written into the system with whatever the task writes, so that it can be looked up. */
  readonly token: string;
  /** Epoch milliseconds of the system's clock. */
  readonly startedAt: number;
}

/** What came of a task, as far as the system said; what later steps build on, also when the run is resumed. */
export interface TaskResult {
  readonly status: 'done' | 'refused';
  /** The system's own words, when it refused, and what kind of no it was. */
  readonly reason?: string;
  readonly refusal?: RefusalKind;
  /** The driver's handle on what was made. */
  readonly reference?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** When the task was begun and when the system acknowledged it, epoch milliseconds. */
  readonly begunAt: number;
  readonly acknowledgedAt: number;
  /** The run was cut off during the task; it was found done, or done, when the run was resumed. */
  readonly resumed?: true;
}

export interface StepEnded {
  readonly type: 'step-ended';
  readonly instance: string;
  readonly step: number;
  readonly actor?: Actor;
  readonly verdict: Verdict;
  /** Epoch milliseconds of the system's clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  /**
   * Under load: when the plan has it begin, epoch milliseconds, were nothing ever late. How long a step took counts
   * from no later than this, so that what had to wait for its turn is not forgotten (coordinated omission).
   */
  readonly plannedAt?: number;
  /** The day's clock at the end, milliseconds since midnight of the first day. */
  readonly dayTime: Milliseconds;
  /** How often a question was asked. */
  readonly attempts?: number;
  /** From the acknowledged act `of` (a step index) to the first time this was seen; the hand-over's latency. */
  readonly latency?: { readonly of: number; readonly clock: Clock; readonly milliseconds: Milliseconds };
  readonly expected?: string;
  readonly observed?: string;
  /** Why it is not `pass`, in words for a person. */
  readonly reason?: string;
  /** Of a task that the system answered. */
  readonly outcome?: TaskResult;
  /** What broke, where it was not what the step looked for: the system's answer, Genrep itself, or the test's own data. */
  readonly cause?: 'system' | 'harness' | 'data';
}

/** A file left in the run's folder about a step or a flow. */
export interface AttachmentKept {
  readonly type: 'attachment';
  readonly instance: string;
  readonly step?: number;
  readonly title: string;
  readonly mediaType: string;
  /** Relative to the run's folder. */
  readonly file: string;
  /** What is in it, in a few lines, for those who do not open it. */
  readonly summary?: readonly string[];
  /** Of its bytes, as hex; absent in evidence of version 1. */
  readonly sha256?: string;
}

/** At the end of a run: what became of something that a flow had sent, whether the flow itself looked for it or not. */
export interface Reconciled {
  readonly type: 'reconciled';
  readonly instance: string;
  /** What the flow calls what was sent. */
  readonly name: string;
  /** The question that was asked. */
  readonly kind: ActivityKind;
  readonly verdict: Verdict;
  readonly expected?: string;
  readonly observed?: string;
  readonly reason?: string;
}

/** What one monitor says of the run: what held, or did not, beside what the steps looked for. */
export interface Monitored {
  readonly type: 'monitored';
  /** Monitor.id */
  readonly monitor: string;
  readonly kind: MonitorKind;
  readonly sv: string;
  readonly en: string;
  readonly verdict: MonitorVerdict;
  /** How much there was to look at. */
  readonly lookedAt: number;
  /** Why it could not look. */
  readonly reason?: string;
  readonly findings: readonly ToldFinding[];
}

/** What the watch of a run cost the system: of all requests those that no step made. */
export interface Watched {
  readonly type: 'watched';
  readonly requests: number;
  readonly own: number;
}

interface FlowEnded {
  readonly type: 'flow-ended';
  readonly instance: string;
  readonly verdict: Verdict;
}

/** A figure of a simulated day: its mean over the replications and half its 95 % confidence interval. */
export interface EstimateMade {
  readonly type: 'estimate';
  /** Stable; a gate names it. */
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly group: string;
  readonly unit: 'minutes' | 'share' | 'count';
  /** Null when no replication had anything to measure. */
  readonly mean: number | null;
  readonly halfWidth: number | null;
}

/** All else that a simulation said, from which its page can be made again; plain JSON that only the simulation reads. */
export interface Simulated {
  readonly type: 'simulated';
  readonly result: Readonly<Record<string, unknown>>;
}

/** A load begins: what it sets out to do. */
export interface LoadStarted extends LoadPlanFacts {
  readonly type: 'load-started';
  /** 'load-1'; unique in the run. */
  readonly load: string;
  /** When its plan begins, epoch milliseconds. */
  readonly beganAt: number;
}

/** Figures of one slice of a load's time, from all generators. */
export interface LoadSlice extends LoadFigures {
  readonly type: 'load-slice';
  readonly load: string;
  /** The slice's number, from 0. */
  readonly slice: number;
}

/** A load has ended. */
export interface LoadEnded extends GeneratorReport {
  readonly type: 'load-ended';
  readonly load: string;
  /** `crashed`: a generator broke in mid-run; what was measured until then is kept. */
  readonly ending: 'complete' | 'crashed' | 'interrupted';
  /** Why it did not end as it should, in words for a person. */
  readonly reason?: string;
}

interface RunEnded {
  readonly type: 'run-ended';
  readonly interrupted: boolean;
}

/** A flow that was under way when its run was cut off. */
export interface InterruptedFlow {
  readonly instance: string;
  /** The first step that had not ended. */
  readonly step: number;
  /** Of a task that had begun and of which no outcome is known. */
  readonly token?: string;
}

/** A run that was cut off goes on here, in the same journal. */
export interface RunResumed {
  readonly type: 'run-resumed';
  /** Whether it was killed, or interrupted by its user. */
  readonly after: 'killed' | 'interrupted';
  /** Epoch milliseconds of the last record before: from then until now nobody looked at the system. */
  readonly cutOffAt: number;
  /** The beginning of a record that the crash tore off: where it began in the file, and how many bytes were cut. */
  readonly torn?: { readonly offset: number; readonly bytes: number };
  /** How many parts of the run (flow instances) had ended and are kept as they are. */
  readonly finished: number;
  readonly interrupted: readonly InterruptedFlow[];
}

export type EvidenceEvent =
  | RunStarted
  | NotSupported
  | ClockMeasured
  | Introduced
  | FlowStarted
  | StepStarted
  | StepEnded
  | AttachmentKept
  | FlowEnded
  | Reconciled
  | Monitored
  | Watched
  | DayMeasured
  | LagMeasured
  | EstimateMade
  | Simulated
  | LoadStarted
  | LoadSlice
  | LoadEnded
  | LabEvent
  | DeckEvent
  | MigrationEvent
  | AccessEvent
  | DrillEvent
  | RunEnded
  | RunResumed;

/** Where events go; the journal is one, a progress display another. */
export type EvidenceSink = (event: EvidenceEvent) => void;

/** Name of the channel on which worker threads of a run send their events to the one that writes the journal. */
export const evidenceChannelName = (run: string): string => `genrep-evidence:${run}`;
