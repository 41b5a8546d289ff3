import type { ActivityKind, Question, Task } from '../domain/activity.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { Alert } from '../domain/deck-evidence.ts';
import type { Fact } from '../domain/fact.ts';
import { InputError } from '../domain/input-error.ts';
import type { Patient } from '../domain/patient.ts';
import type { RefusalKind } from '../domain/refusal.ts';
import type { Actor, UnitKind } from '../domain/role.ts';
import type { Milliseconds } from '../domain/time.ts';

/** How a driver reaches the system under test. */
export type Channel = 'api' | 'ui';

/** Whether a driver can do or see something in this system, and if not, why, in words for a report. */
export type Capability =
  | { readonly supported: true }
  | { readonly supported: false; readonly reason: string };

/** What a task left behind under its name. */
export interface Bound {
  readonly name: string;
  readonly task: Task;
  readonly actor: Actor;
  readonly outcome: 'done' | 'refused';
  /** The system's own words, when it refused, and what kind of no it was. */
  readonly reason?: string;
  readonly refusal?: RefusalKind;
  /** The driver's handle on what was made: 'ServiceRequest/17', or the number the page showed. */
  readonly reference?: string;
  /** What the driver needs to remember beside the handle; plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What a driver may know of the flow it works in. */
export interface FlowContext {
  readonly run: string;
  readonly instance: string;
  readonly patient: Patient;
  /** The real unit behind each kind of unit of this flow. */
  readonly units: Readonly<Partial<Record<UnitKind, CareUnit>>>;
  /** What earlier steps left behind, by name. */
  readonly bound: ReadonlyMap<string, Bound>;
  /** Epoch milliseconds of this clock, which the system's need not agree with. */
  readonly startedAt: number;
}

/** What a driver may know of the step it does. */
export interface StepContext extends FlowContext {
  readonly actor: Actor;
  /** Unique to this step of this flow of this run; written with whatever the step writes. */
  readonly token: string;
  /** The latest moment at which an answer is of use (epoch milliseconds); absent where the step has no limit. */
  readonly until?: number;
}

export type TaskOutcome =
  | {
      readonly status: 'done';
      readonly reference?: string;
      readonly data?: Readonly<Record<string, unknown>>;
      /** What a report should tell of how it was done, as a sentence. */
      readonly remark?: string;
      /** When the system acknowledged it, epoch milliseconds, where the driver did more after that; else now. */
      readonly acknowledgedAt?: number | undefined;
    }
  /** The system said no, in these words. */
  | { readonly status: 'refused'; readonly reason: string; readonly refusal: RefusalKind }
  /** It cannot be told whether the system did it, not even by looking for the token. */
  | { readonly status: 'unknown'; readonly reason: string };

/** Whether somebody else has done a task, at a workstation of their own. */
export type Noticed =
  | {
      readonly status: 'done';
      readonly reference?: string;
      readonly data?: Readonly<Record<string, unknown>>;
    }
  /** Something of the kind is there, and says something else. */
  | { readonly status: 'otherwise'; readonly reference: string }
  | { readonly status: 'not-done' }
  /** The task leaves nothing that this driver could look for. */
  | { readonly status: 'cannot-tell' };

/** What was seen. The texts are for people: Swedish, without technical words where there is a choice. */
export interface Answer {
  readonly seen: boolean;
  readonly expected: string;
  readonly observed: string;
  /** Why it cannot be told whether it is so; then it is not seen, and not seen to be otherwise either. */
  readonly doubt?: string;
  /** What decision support said of what was asked about, each by itself; absent where the question is about something else. */
  readonly advice?: readonly Alert[];
}

/** What can be said of the system itself, for the evidence. */
export interface SystemDescription {
  readonly name: string;
  readonly software: string;
  readonly version: string;
}

/** Files a driver can leave about a failed step: a picture, a trace. */
export interface Attachment {
  readonly title: string;
  readonly mediaType: string;
  /** Absolute path of a file that the caller now owns. */
  readonly path: string;
  /** What is in it, in a few lines, for those who do not open it. */
  readonly summary?: readonly string[];
}

/**
 * The port to the system under test. A driver does one thing at a time as one actor and says what came of it; when to
 * ask again, how long to wait and what verdict follows is the interpreter's.
 */
export interface CareSystem {
  readonly name: string;
  readonly channel: Channel;
  /** Asks the system who it is and what it can. Called once, before anything else; throws {@link SystemError}. */
  connect(): Promise<SystemDescription>;
  /** @param activity the very step, where not all of a kind need the same; else all of the kind must be possible */
  capability(kind: ActivityKind, activity?: Task | Question): Capability;
  /** How far the system's clock is ahead of this one, once connected; undefined where the system does not tell. */
  clockAhead?(): Milliseconds | undefined;
  /**
   * Makes the person, what the record tells of the person, and the units known where they are not; safe to repeat.
   * Gives the handles on what was made now, in that order, where the driver knows them.
   */
  introduce(patient: Patient, units: readonly CareUnit[]): Promise<readonly string[] | undefined>;
  perform(task: Task, context: StepContext): Promise<TaskOutcome>;
  /**
   * Ends a task that was begun with this token when nobody was left to hear what came of it: looks for what carries the
   * token and does only what is not there. `unknown` when it cannot be told. A driver that cannot look has none of this.
   */
  settle?(task: Task, context: StepContext): Promise<TaskOutcome>;
  /**
   * Looks whether a person has done a task since a moment (epoch milliseconds of this clock): by patient, kind and
   * content, as nobody marks what is done by hand. A driver that cannot look has none of this.
   */
  notice?(task: Task, context: StepContext, since: number): Promise<Noticed>;
  ask(question: Question, context: StepContext): Promise<Answer>;
  /** A flow begins or ends: a driver that keeps state per flow (pages, recordings) opens and drops it here. */
  beginFlow?(context: FlowContext): Promise<void>;
  endFlow?(
    context: FlowContext,
    outcome: { readonly keepRecording: boolean },
  ): Promise<readonly Attachment[]>;
  /** Looks at what else happens in the system, beside the steps; a driver that cannot has none. */
  readonly watch?: Watch;
  /** A member of staff signs in anew, as at the beginning of a shift; a driver without sessions has none to give. */
  signIn?(actor: Actor, unit: CareUnit): Promise<void>;
  close(): Promise<void>;
}

/** Sees what a system holds and shows beside what the steps look for, by what the driver itself has written there. */
export interface Watch {
  /** A flow has ended: its record is looked at in the background, as far as the day lets it. */
  flowEnded(context: FlowContext): void;
  /** Nobody does anything any more: all is looked at once more. Gives what was seen since the last time. */
  finish(): Promise<readonly Fact[]>;
}

/** What can go wrong between Genrep and the system under test. */
export type SystemErrorKind =
  /** No connection, or it broke before anything can have been done. */
  | 'unreachable'
  /** No answer in time; a write may or may not have been done. */
  | 'timeout'
  /** An answer that is not what the protocol says: 5xx, half a body, HTML, not FHIR. */
  | 'broken-answer'
  /** An answer about somebody or something else than was asked for. */
  | 'wrong-answer'
  /** It asks to be left in peace for longer than the step can wait; nothing was done. */
  | 'busy'
  /** Signing in did not work. */
  | 'sign-in';

/** The system under test did not do its part. The message is one sentence for a person. */
export class SystemError extends Error {
  readonly kind: SystemErrorKind;

  constructor(kind: SystemErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SystemError';
    this.kind = kind;
  }
}

/** The longest a driver waits for one answer. */
export const ANSWER_TIMEOUT: Milliseconds = 30_000;

/** What a named reference stands for; the interpreter has seen to it that it exists. */
export function boundOf(context: FlowContext, name: string): Bound {
  const bound = context.bound.get(name);
  if (bound === undefined) throw new InputError(`Inget tidigare steg har gett något namnet ”${name}”.`);
  return bound;
}

/** What an earlier step did that is known to be of this kind. */
export function taskBehind<T extends Task>(context: FlowContext, name: string, kind: T['kind']): T {
  const { task } = boundOf(context, name);
  if (task.kind !== kind)
    throw new InputError(
      `”${name}” gjordes av steget ${task.kind}, och här väntas ${kind}; rätta namnet i flödet, och skriv i områdets index.ts (things) vad det får syfta på.`,
    );
  return task as T;
}

/** What earlier steps of this kind did, in order, where they were done. */
export function done<T extends Task>(
  { bound }: FlowContext,
  kind: T['kind'],
): readonly (Bound & { readonly task: T })[] {
  const found: (Bound & { readonly task: T })[] = [];
  bound.forEach((each) => {
    if (isOfKind<T>(each, kind) && each.outcome === 'done') found.push(each);
  });
  return found;
}

const isOfKind = <T extends Task>(bound: Bound, kind: T['kind']): bound is Bound & { readonly task: T } =>
  bound.task.kind === kind;

/** The unit at which the actor works in this flow. */
export function unitOf(context: StepContext): CareUnit | undefined {
  return context.actor.unit === null ? undefined : context.units[context.actor.unit];
}
