import { type Activity, nameGiven, namesNeeded, type Question, type Task } from '../domain/activity.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import type { EvidenceSink } from '../domain/evidence.ts';
import type { Patient } from '../domain/patient.ts';
import type { Actor, UnitKind } from '../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../domain/time.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import type { Bound, CareSystem, FlowContext, StepContext } from '../systems/care-system.ts';
import { askUntil } from './asking.ts';
import { verdictOnBrokenTask } from './broken.ts';
import type { Moment, StepResult } from './step-result.ts';

export interface FlowRunOptions {
  readonly run: string;
  readonly instance: string;
  readonly flow: CareFlow;
  readonly patient: Patient;
  readonly units: Readonly<Partial<Record<UnitKind, CareUnit>>>;
  readonly system: CareSystem;
  readonly clock: Timekeeper;
  /** How much faster than real working time passes; system time is never scaled. */
  readonly speed: number;
  /** Start on the day's clock, milliseconds since midnight. */
  readonly plannedAt: Milliseconds;
  readonly sink: EvidenceSink;
  /** Resolves when what was recorded is safe on the disk; awaited before a task touches the system. */
  readonly flush?: () => Promise<void>;
}

/**
 * The one interpreter of a flow against a system under test. A day's robots, a cucumber World and a load shard all
 * go through it, step by step. It stops at the first step that fails: a nurse who does not see the order telephones,
 * she does not go on as if nothing had happened; what was not reached is `not-covered` with that reason.
 */
export class FlowRun {
  readonly #options: FlowRunOptions;
  readonly #bound = new Map<string, Bound>();
  readonly #moments = new Map<string, Moment>();
  readonly #verdicts: Verdict[] = [];
  #startedAt = 0;
  #dayTime: Milliseconds;
  #lastAct: Moment;
  #stoppedBy: number | undefined;
  #notIntroduced: StepResult | undefined;

  constructor(options: FlowRunOptions) {
    this.#options = options;
    this.#dayTime = options.plannedAt;
    this.#lastAct = { step: 0, at: 0, dayTime: options.plannedAt };
  }

  /** The person and the units are made known to the system; what goes wrong here is the verdict of the first step. */
  async begin(): Promise<void> {
    const { instance, flow, patient, units, system, clock, plannedAt, sink } = this.#options;
    this.#startedAt = clock.now();
    sink({
      type: 'flow-started',
      instance,
      flow: flow.id,
      channel: system.channel,
      patient: patient.key,
      plannedAt,
      dayTime: this.#dayTime,
    });
    try {
      await system.introduce(patient, Object.values(units));
      await system.beginFlow?.(this.#context());
    } catch (error) {
      this.#notIntroduced = verdictOnBrokenTask(error);
    }
    this.#lastAct = { step: 0, at: clock.now(), dayTime: this.#dayTime };
  }

  /** The flow's own time on the day's clock: the work done and the system's real time. */
  get dayTime(): Milliseconds {
    return this.#dayTime;
  }

  /** Whether it stopped at a step; what is left is only recorded. */
  get isBrokenOff(): boolean {
    return this.#stoppedBy !== undefined;
  }

  /**
   * Does the next step and records it. Its working time passes here, unless somebody has seen to that: then `workDoneAt`
   * is the day's clock when it was done.
   */
  async step(step: CareStep, workDoneAt?: Milliseconds): Promise<StepResult> {
    const { clock, sink, instance } = this.#options;
    const index = this.#verdicts.length;
    if (workDoneAt === undefined) await this.#work(step);
    else this.#dayTime = workDoneAt;
    const startedAt = clock.now();
    const result = await this.#interpret(step, index);
    const endedAt = clock.now();
    this.#dayTime += endedAt - startedAt;
    if (step.activity.type === 'task' && result.verdict === 'pass')
      this.#remember(step.activity, index, endedAt);
    this.#verdicts.push(result.verdict);
    if (stops(result.verdict)) this.#stoppedBy ??= index;
    sink({
      type: 'step-ended',
      instance,
      step: index,
      ...(step.actor === undefined ? {} : { actor: step.actor }),
      startedAt,
      endedAt,
      dayTime: this.#dayTime,
      ...result,
    });
    return result;
  }

  /** Ends the flow and gives its verdict, the worst of its steps'. */
  async end(): Promise<Verdict> {
    const { system, sink, instance } = this.#options;
    const verdict = worst(this.#verdicts);
    const kept =
      (await system.endFlow?.(this.#context(), { keepRecording: this.#stoppedBy !== undefined })) ?? [];
    for (const { title, mediaType, path } of kept) {
      sink({
        type: 'attachment',
        instance,
        ...(this.#stoppedBy === undefined ? {} : { step: this.#stoppedBy }),
        title,
        mediaType,
        file: path,
      });
    }
    sink({ type: 'flow-ended', instance, verdict });
    return verdict;
  }

  /** Hands-on time: it passes on the day's clock, and for real only as much as the speed leaves of it. */
  async #work({ workingTime, activity }: CareStep): Promise<void> {
    if (this.#stoppedBy !== undefined) return;
    const duration = activity.type === 'wait' ? activity.duration : workingTime;
    this.#dayTime += duration;
    await this.#options.clock.pause(duration / this.#options.speed);
  }

  async #interpret({ activity, actor, limit }: CareStep, index: number): Promise<StepResult> {
    if (this.#notIntroduced !== undefined && index === 0) return this.#notIntroduced;
    if (this.#stoppedBy !== undefined) return notCovered(`Flödet avbröts i steg ${this.#stoppedBy + 1}.`);
    if (activity.type === 'wait') return { verdict: 'pass' };
    const missing = namesNeeded(activity).find((name) => !this.#bound.has(name));
    if (missing !== undefined) return notCovered(`Steget bygger på "${missing}", som inte blev till.`);
    const capability = this.#options.system.capability(activity.kind);
    if (!capability.supported) return notCovered(capability.reason);
    if (actor === undefined) throw new Error(`Step ${index + 1} of ${this.#options.flow.id} has no actor.`);
    return activity.type === 'task'
      ? this.#perform(activity, actor, index)
      : this.#ask(activity, actor, index, limit);
  }

  async #perform(task: Task, actor: Actor, index: number): Promise<StepResult> {
    const { system, sink, instance, clock } = this.#options;
    const context = this.#stepContext(actor, index);
    sink({ type: 'step-started', instance, step: index, token: context.token });
    await this.#options.flush?.();
    const begunAt = clock.now();
    try {
      const outcome = await system.perform(task, context);
      if (outcome.status === 'unknown') return { verdict: 'unknown', reason: outcome.reason };
      const attempted = task.kind === 'attempt-to-prescribe' || task.kind === 'attempt-to-send-message';
      if (outcome.status === 'refused' && !attempted) {
        return { verdict: 'fail', reason: `Systemet sade nej: ${outcome.reason}` };
      }
      this.#bind(task, actor, begunAt, outcome);
      return outcome.status === 'refused'
        ? { verdict: 'pass', observed: outcome.reason }
        : { verdict: 'pass' };
    } catch (error) {
      return verdictOnBrokenTask(error);
    }
  }

  #ask(question: Question, actor: Actor, index: number, limit: CareStep['limit']): Promise<StepResult> {
    const { system, clock } = this.#options;
    const context = this.#stepContext(actor, index);
    const since =
      limit !== undefined && 'since' in limit && limit.since !== undefined ? limit.since : undefined;
    return askUntil({
      ask: () => system.ask(question, context),
      limit,
      clock,
      since: (since === undefined ? undefined : this.#moments.get(since)) ?? this.#lastAct,
      dayTime: this.#dayTime,
      counts: system.channel === 'ui' ? 'begin' : 'end',
    });
  }

  #bind(
    task: Task,
    actor: Actor,
    begunAt: number,
    outcome: { status: 'done' | 'refused'; reason?: string; reference?: string; data?: Bound['data'] },
  ): void {
    const name = nameGiven(task);
    if (name === undefined) return;
    const { status, ...rest } = outcome;
    const acknowledgedAt = this.#options.clock.now();
    this.#bound.set(name, { name, task, actor, outcome: status, ...rest, begunAt, acknowledgedAt });
  }

  #remember(task: Activity, step: number, at: number): void {
    this.#lastAct = { step, at, dayTime: this.#dayTime };
    const name = nameGiven(task);
    if (name !== undefined) this.#moments.set(name, this.#lastAct);
  }

  #context(): FlowContext {
    const { run, instance, patient, units } = this.#options;
    return { run, instance, patient, units, bound: this.#bound, startedAt: this.#startedAt };
  }

  #stepContext(actor: Actor, index: number): StepContext {
    const { run, instance } = this.#options;
    return { ...this.#context(), actor, token: `${run}.${instance}.${index + 1}` };
  }
}

const stops = (verdict: Verdict): boolean =>
  verdict === 'fail' || verdict === 'error' || verdict === 'unknown';

const notCovered = (reason: string): StepResult => ({ verdict: 'not-covered', reason });
