import { nameGiven, namesNeeded, type Question, type Task } from '../domain/activity.ts';
import type { CareUnit } from '../domain/care-day.ts';
import type { CareFlow, CareStep, DrawnStep } from '../domain/care-flow.ts';
import type { EvidenceSink, StepEnded, TaskResult } from '../domain/evidence.ts';
import type { Patient } from '../domain/patient.ts';
import { type HopedFor, REFUSALS, type Stopped, stoppedAs } from '../domain/refusal.ts';
import type { Actor, UnitKind } from '../domain/role.ts';
import { stepToken } from '../domain/step-token.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import type { Bound, CareSystem, FlowContext, StepContext, TaskOutcome } from '../systems/care-system.ts';
import { askUntil } from './asking.ts';
import { verdictOnBrokenTask } from './broken.ts';
import type { FlowProgress } from './flow-progress.ts';
import { lastLookOf } from './last-looks.ts';
import type { Moment, StepResult } from './step-result.ts';

/** How long something that is not in its place at the end of a run is waited for. An assumption. */
const LAST_CHANCE: Milliseconds = 5 * SECOND;

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
  /** How long each step's work takes on the day's clock, where that was drawn beforehand; else the flow's own times. */
  readonly workingTimes?: readonly Milliseconds[];
  /** Start on the day's clock, milliseconds since midnight. */
  readonly plannedAt: Milliseconds;
  readonly sink: EvidenceSink;
  /** Resolves when what was recorded is safe on the disk; awaited before a task touches the system. */
  readonly flush?: () => Promise<void>;
  /** How far the flow had come when its run was cut off. */
  readonly progress?: FlowProgress;
  /** Whether its patient is looked at beside the steps, where the system is watched; yes when absent. */
  readonly isWatched?: boolean;
  /** What of the flow was drawn for this instance, to be told. */
  readonly drawn?: readonly DrawnStep[];
}

/**
 * The one interpreter of a flow against a system under test. A day's robots, a cucumber World and a load shard all
 * go through it, step by step. It stops at the first step that fails: a nurse who does not see the order telephones,
 * she does not go on as if nothing had happened; what was not reached is `not-covered` with that reason.
 *
 * A flow whose run was cut off goes on where it was: steps that had ended are taken from the evidence, and a task that
 * had begun is settled by the driver and never sent again blindly.
 */
export class FlowRun {
  readonly #options: FlowRunOptions;
  readonly #bound = new Map<string, Bound>();
  readonly #moments = new Map<string, Moment>();
  readonly #verdicts: Verdict[] = [];
  /** Indexes of the tasks that were done. */
  readonly #done = new Set<number>();
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
    const { patient, units, system, clock, progress, sink, instance } = this.#options;
    this.#startedAt = progress?.started.startedAt ?? clock.now();
    if (progress === undefined) await this.#announce();
    if (progress?.verdict !== undefined) return;
    try {
      const made = await system.introduce(patient, Object.values(units));
      if (made !== undefined && made.length > 0) sink({ type: 'introduced', instance, made });
      await system.beginFlow?.(this.#context());
    } catch (error) {
      this.#notIntroduced = notIntroduced(error);
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
   * Does the next step and records it; a step that had ended before the run was cut off is only remembered. Its working
   * time passes here, unless somebody has seen to that: then `workDoneAt` is the day's clock when it was done.
   */
  async step(step: CareStep, workDoneAt?: Milliseconds): Promise<StepResult> {
    const { clock, sink, instance, progress } = this.#options;
    const index = this.#verdicts.length;
    const before = progress?.ended[index];
    if (before !== undefined) {
      this.#conclude(step, before, true);
      return before;
    }
    if (workDoneAt !== undefined) this.#dayTime = workDoneAt;
    else if (this.#stoppedBy === undefined) await this.#work(step, index);
    const startedAt = clock.now();
    const result = this.#withoutSystem(step, index) ?? (await this.#withSystem(step, index));
    const endedAt = clock.now();
    this.#dayTime += endedAt - startedAt;
    const ended: StepEnded = {
      type: 'step-ended',
      instance,
      step: index,
      actor: step.actor,
      startedAt,
      endedAt,
      dayTime: this.#dayTime,
      ...result,
    };
    sink(ended);
    this.#conclude(step, ended, result.outcome?.resumed === true);
    return result;
  }

  /** Ends the flow and gives its verdict, the worst of its steps'. */
  async end(): Promise<Verdict> {
    const { system, sink, instance, progress, isWatched = true } = this.#options;
    if (progress?.verdict !== undefined) return progress.verdict;
    const verdict = worst(this.#verdicts);
    const kept =
      (await system.endFlow?.(this.#context(), { keepRecording: this.#stoppedBy !== undefined })) ?? [];
    for (const { title, mediaType, path, summary } of kept) {
      sink({
        type: 'attachment',
        instance,
        ...(this.#stoppedBy === undefined ? {} : { step: this.#stoppedBy }),
        title,
        mediaType,
        file: path,
        ...(summary === undefined ? {} : { summary }),
      });
    }
    sink({ type: 'flow-ended', instance, verdict });
    if (this.#notIntroduced === undefined && isWatched) system.watch?.flowEnded(this.#context());
    return verdict;
  }

  /**
   * At the end of a run: looks by api for everything that the flow has sent, wherever the flow itself stopped, and
   * records what became of it. What was sent through pages is not known to the api by name.
   */
  async reconcile(): Promise<void> {
    const { system, clock, sink, instance, flow } = this.#options;
    if (system.channel !== 'api') return;
    for (const sent of flow.steps.filter((_, index) => this.#done.has(index))) {
      const { question, by = sent.actor } = lastLookOf(sent, this.#done) ?? {};
      if (question === undefined || by === undefined || !system.capability(question.kind).supported) continue;
      const { verdict, expected, observed, reason } = await askUntil({
        ask: () => system.ask(question, { ...this.#context(), actor: by, token: '' }),
        limit: { mode: 'within', limit: LAST_CHANCE, clock: 'system' },
        clock,
        since: { step: 0, at: clock.now(), dayTime: this.#dayTime },
        dayTime: this.#dayTime,
        counts: 'end',
      });
      sink({
        type: 'reconciled',
        instance,
        name: nameIn(sent),
        kind: question.kind,
        verdict,
        ...(expected === undefined ? {} : { expected }),
        ...(observed === undefined ? {} : { observed }),
        ...(reason === undefined ? {} : { reason }),
      });
    }
    await system.endFlow?.(this.#context(), { keepRecording: false });
  }

  async #announce(): Promise<void> {
    const { instance, flow, patient, system, plannedAt, sink, flush, drawn = [] } = this.#options;
    sink({
      type: 'flow-started',
      instance,
      flow: flow.id,
      channel: system.channel,
      patient: patient.key,
      plannedAt,
      dayTime: this.#dayTime,
      startedAt: this.#startedAt,
      ...(drawn.length === 0 ? {} : { drawn }),
    });
    await flush?.();
  }

  /**
   * What later steps need to know of a step that has ended.
   * @param unwatched whether the run was cut off after it, so that nobody knows how long something took to be seen
   */
  #conclude({ activity, actor }: CareStep, ended: StepEnded, unwatched: boolean): void {
    const { verdict, dayTime, outcome } = ended;
    this.#dayTime = dayTime;
    this.#verdicts.push(verdict);
    if (verdict !== 'pass') {
      if (stops(verdict)) this.#stoppedBy ??= ended.step;
      return;
    }
    if (activity.type !== 'task') return;
    const at = outcome?.acknowledgedAt ?? ended.endedAt;
    const moment: Moment = { step: ended.step, at, dayTime };
    this.#lastAct = unwatched ? { ...moment, unwatched } : moment;
    if (outcome === undefined) return;
    if (outcome.status === 'done') this.#done.add(ended.step);
    const name = nameGiven(activity);
    if (name === undefined || actor === undefined) return;
    this.#moments.set(name, this.#lastAct);
    this.#bound.set(name, boundTo(name, activity, actor, outcome));
  }

  /** Hands-on time: it passes on the day's clock, and for real only as much as the speed leaves of it. */
  #work({ workingTime, activity }: CareStep, index: number): Promise<void> {
    const usual = activity.type === 'wait' ? activity.duration : workingTime;
    const duration = this.#options.workingTimes?.[index] ?? usual;
    this.#dayTime += duration;
    return this.#options.clock.pause(duration / this.#options.speed);
  }

  /** The result of a step for which the system is not needed, or not reached. */
  #withoutSystem({ activity }: CareStep, index: number): StepResult | undefined {
    if (this.#notIntroduced !== undefined && index === 0) return this.#notIntroduced;
    if (this.#stoppedBy !== undefined) return notCovered(`Flödet avbröts i steg ${this.#stoppedBy + 1}.`);
    if (activity.type === 'wait') return { verdict: 'pass' };
    const missing = namesNeeded(activity).find((name) => !this.#bound.has(name));
    if (missing !== undefined) return notCovered(`Steget bygger på "${missing}", som inte blev till.`);
    const capability = this.#options.system.capability(activity.kind, activity);
    return capability.supported ? undefined : notCovered(capability.reason);
  }

  #withSystem({ activity, actor, limit, mayBeRefused }: CareStep, index: number): Promise<StepResult> {
    if (activity.type === 'wait' || actor === undefined)
      throw new Error(`Step ${index + 1} of ${this.#options.flow.id} has no actor.`);
    return activity.type === 'task'
      ? this.#perform(activity, actor, index, mayBeRefused)
      : this.#ask(activity, actor, index, limit);
  }

  async #perform(task: Task, actor: Actor, index: number, hoped: HopedFor | undefined): Promise<StepResult> {
    const { system, clock, sink, flush, instance, progress } = this.#options;
    const context = this.#stepContext(actor, index);
    const cutOff = progress?.doubtful?.step === index ? progress.doubtful : undefined;
    const begunAt = cutOff?.startedAt ?? clock.now();
    if (cutOff === undefined) {
      sink({ type: 'step-started', instance, step: index, token: context.token, startedAt: begunAt });
      // What is about to be done is on the disk before it is done.
      if (flush !== undefined) await flush();
    }
    try {
      const answer = await (cutOff === undefined
        ? system.perform(task, context)
        : (system.settle?.(task, context) ?? CANNOT_SETTLE));
      if (answer.status === 'unknown') return { verdict: 'unknown', reason: answer.reason };
      const outcome = resultOf(answer, begunAt, clock.now());
      const remark = answer.status === 'done' ? answer.remark : undefined;
      if (cutOff === undefined) return judge(hoped, outcome, remark);
      if (answer.status === 'refused' && hoped === undefined) {
        return { verdict: 'unknown', reason: `${REFUSED_AFTERWARDS} ${answer.reason}` };
      }
      return judge(hoped, { ...outcome, resumed: true }, remark);
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
      ask: (until) => system.ask(question, until === undefined ? context : Object.assign(context, { until })),
      limit,
      clock,
      since: (since === undefined ? undefined : this.#moments.get(since)) ?? this.#lastAct,
      dayTime: this.#dayTime,
      counts: system.channel === 'ui' ? 'begin' : 'end',
    });
  }

  #context(): FlowContext {
    const { run, instance, patient, units } = this.#options;
    return { run, instance, patient, units, bound: this.#bound, startedAt: this.#startedAt };
  }

  #stepContext(actor: Actor, index: number): StepContext {
    const options = this.#options;
    return {
      run: options.run,
      instance: options.instance,
      patient: options.patient,
      units: options.units,
      bound: this.#bound,
      startedAt: this.#startedAt,
      actor,
      token: stepToken(options.run, options.instance, index),
    };
  }
}

const CANNOT_SETTLE: TaskOutcome = {
  status: 'unknown',
  reason:
    'Körningen bröts medan steget utfördes, och på den här vägen går det inte att slå upp om det blev gjort.',
};

/** Perhaps because it was done already. */
const REFUSED_AFTERWARDS =
  'Körningen bröts medan steget utfördes, och efteråt sade systemet nej, kanske för att det redan var gjort:';

const boundTo = (name: string, task: Task, actor: Actor, outcome: TaskResult): Bound => ({
  name,
  task,
  actor,
  outcome: outcome.status,
  reason: outcome.reason,
  refusal: outcome.refusal,
  reference: outcome.reference,
  data: outcome.data,
});

/** Written out: under load copying an object costs three times as much. */
const resultOf = (
  answer: Exclude<TaskOutcome, { status: 'unknown' }>,
  begunAt: number,
  endedAt: number,
): TaskResult =>
  answer.status === 'done'
    ? {
        status: 'done',
        reference: answer.reference,
        data: answer.data,
        begunAt,
        acknowledgedAt: answer.acknowledgedAt ?? endedAt,
      }
    : { status: 'refused', reason: answer.reason, refusal: answer.refusal, begunAt, acknowledgedAt: endedAt };

/** A refusal for its own reason is what an attempt is meant to meet; of anything else it is a failure. */
function judge(hoped: HopedFor | undefined, outcome: TaskResult, remark: string | undefined): StepResult {
  if (outcome.status === 'done') {
    return remark === undefined
      ? { verdict: 'pass', outcome }
      : { verdict: 'pass', observed: remark, outcome };
  }
  const { reason = '', refusal = 'unsaid' } = outcome;
  if (hoped === undefined) return { verdict: 'fail', reason: `Systemet sade nej: ${reason}`, outcome };
  const stopped = stoppedAs(hoped, refusal, reason);
  if (stopped === 'as-hoped') return { verdict: 'pass', observed: reason, outcome };
  return {
    verdict: VERDICT_ON_ATTEMPT[stopped],
    expected: `Systemet säger nej för att ${hoped.because}, eller ja.`,
    observed: `Systemet sade nej: ${reason}`,
    reason: `Det nej som kom visar inte det: skälet är ${REFUSALS[refusal]}.`,
    outcome,
  };
}

const VERDICT_ON_ATTEMPT: Readonly<Record<Exclude<Stopped, 'as-hoped'>, Verdict>> = {
  otherwise: 'fail',
  unclear: 'unknown',
};

const nameIn = ({ activity }: CareStep): string =>
  activity.type === 'wait' ? '' : (nameGiven(activity) ?? '');

const stops = (verdict: Verdict): boolean =>
  verdict === 'fail' || verdict === 'error' || verdict === 'unknown';

const notCovered = (reason: string): StepResult => ({ verdict: 'not-covered', reason });

/** A system that answers, but will not have the person or the units, does not get the data it needs from the test. */
function notIntroduced(error: unknown): StepResult {
  const result = verdictOnBrokenTask(error);
  return result.verdict === 'fail' ? { ...result, cause: 'data' } : result;
}
