import { AssertionError, strict as assert } from 'node:assert';
import { type ActivityKind, nameGiven, type Question, type Task } from '../../domain/activity.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Actor } from '../../domain/role.ts';
import { stepToken } from '../../domain/step-token.ts';
import type { Timekeeper } from '../../domain/time.ts';
import type { Answer, Bound, CareSystem, StepContext, TaskOutcome } from '../care-system.ts';
import type { Units } from './harness.ts';
import { kindOf, type Line } from './script.ts';

/** How often a question is asked again before its answer is taken. */
const PAUSE = 100;

/** A driver did not do what a line of a case says. */
export class BrokenLine extends Error {
  readonly kind: ActivityKind;

  constructor(kind: ActivityKind, cause: AssertionError) {
    super(cause.message, { cause });
    this.name = 'BrokenLine';
    this.kind = kind;
  }
}

/** Plays the lines of one case in a live system, each as one step of one flow. */
export class Rehearsal {
  readonly #system: CareSystem;
  readonly #units: Units;
  readonly #clock: Timekeeper;
  readonly #patience: number;
  readonly #patient: Patient;
  readonly #other: Patient;
  readonly #bound = new Map<string, Bound>();
  readonly #startedAt: number;
  #steps = 0;

  constructor(options: {
    readonly system: CareSystem;
    readonly units: Units;
    readonly clock: Timekeeper;
    readonly patience: number;
    readonly patient: Patient;
    /** Who things happen to that happen elsewhere. */
    readonly other: Patient;
  }) {
    this.#system = options.system;
    this.#units = options.units;
    this.#clock = options.clock;
    this.#patience = options.patience;
    this.#patient = options.patient;
    this.#other = options.other;
    this.#startedAt = options.clock.now();
  }

  async play(lines: readonly Line[]): Promise<void> {
    for (const patient of [this.#patient, this.#other]) {
      await this.#system.introduce(patient, Object.values(this.#units));
    }
    const context = this.context(lines[0]?.line === 'misremembers' ? NOBODY : (lines[0]?.actor ?? NOBODY));
    await this.#system.beginFlow?.(context);
    try {
      for (const line of lines) await this.#line(line);
    } finally {
      await this.#system.endFlow?.(context, { keepRecording: false });
    }
  }

  /** A step of this flow. */
  context(actor: Actor, patient = this.#patient): StepContext {
    this.#steps += 1;
    const run = `contract-${this.#startedAt}`;
    return {
      run,
      instance: this.#patient.key,
      patient,
      units: this.#units,
      bound: this.#bound,
      startedAt: this.#startedAt,
      actor,
      token: stepToken(run, this.#patient.key, this.#steps),
    };
  }

  async #line(line: Line): Promise<void> {
    try {
      await this.#play(line);
    } catch (cause) {
      if (!(cause instanceof AssertionError)) throw cause;
      throw new BrokenLine(kindOf(line), cause);
    }
  }

  async #play(line: Line): Promise<void> {
    switch (line.line) {
      case 'does':
        return this.#does(line.task, this.context(line.actor), 'done');
      case 'does-elsewhere':
        return this.#does(line.task, this.context(line.actor, this.#other), 'done');
      case 'is-refused':
        return this.#does(line.task, this.context(line.actor), 'refused');
      case 'sees':
        return this.#sees(line.question, line.actor, true);
      case 'sees-not':
        return this.#sees(line.question, line.actor, false);
      case 'misremembers':
        return this.#misremembers(line.task);
    }
  }

  async #does(task: Task, context: StepContext, status: 'done' | 'refused'): Promise<void> {
    const outcome = await this.#system.perform(task, context);
    assert.equal(outcome.status, status, `${task.kind}: ${JSON.stringify(outcome)}`);
    if (outcome.status === 'refused') assert.notEqual(outcome.reason.trim(), '', 'A no without a word.');
    this.#bind(task, context.actor, outcome);
  }

  #bind(task: Task, actor: Actor, outcome: TaskOutcome): void {
    const name = nameGiven(task);
    if (name === undefined || outcome.status === 'unknown') return;
    const { status, ...rest } = outcome;
    this.#bound.set(name, { name, task, actor, outcome: status, ...rest });
  }

  /** What a system does by itself may take a moment; what it has shown wrongly long enough it shows wrongly. */
  async #sees(question: Question, actor: Actor, seen: boolean): Promise<void> {
    const until = this.#clock.now() + this.#patience;
    let answer: Answer;
    do {
      answer = await this.#system.ask(question, this.context(actor));
      if (answer.seen === seen) break;
      await this.#clock.pause(PAUSE);
    } while (this.#clock.now() < until);
    assert.equal(answer.seen, seen, `${question.kind}: ${answer.expected} | ${answer.observed}`);
    assertSentence(answer.expected);
    assertSentence(answer.observed);
  }

  #misremembers(task: Task): void {
    const name = nameGiven(task) ?? '';
    const bound = this.#bound.get(name);
    assert.ok(bound, `Nothing was done under the name "${name}".`);
    this.#bound.set(name, { ...bound, task });
  }
}

const NOBODY: Actor = { role: 'nurse', unit: 'ward' };

/** What is meant for people begins and ends as a sentence and has no technical leftovers. */
export function assertSentence(text: string): void {
  assert.match(text, /^[A-ZÅÄÖ0-9”]/, `No sentence: ${text}`);
  assert.match(text, /[.!?”]$/, `No sentence: ${text}`);
  assert.doesNotMatch(text, /undefined|null|NaN|\[object|Bearer/, `No sentence: ${text}`);
}
