import { DONE, type Effect, type Outcome } from './effects.ts';
import { NOT_QUEUED, type Tick } from './event-queue.ts';
import type { Request } from './request.ts';
import { Signal } from './signal.ts';

/** What a process does, written as a generator function: it yields effects and gets their outcomes. */
export type Body = Generator<Effect, void, Outcome>;

/** Something a process can wait in without knowing for how long. */
export interface Wait {
  /** Takes a process out whose patience is over, and says what it is told. */
  timeOut(process: Process): Outcome;
  /** Takes a process out that was interrupted. */
  leave(process: Process): void;
}

/** Thrown into a process whose waiting was broken off. Nothing went wrong, so no stack is written down, which takes long. */
export class Interrupted {
  readonly cause: unknown;
  /** How much of a hold was left. */
  readonly left: Tick;

  constructor(cause: unknown, left: Tick) {
    this.cause = cause;
    this.left = left;
  }

  toString(): string {
    return 'interrupted';
  }
}

/** The cause of an interruption by a process that needed the unit more. */
export class Preemption {
  readonly resource: string;

  constructor(resource: string) {
    this.resource = resource;
  }
}

/**
 * One run of a body. It waits for one thing at a time, so it has at most one event in the queue: the end of a hold, the
 * end of its patience, or the outcome of what it waited for.
 */
export class Process {
  readonly body: Body;
  /** What its event will tell it; nothing when what it waits for has not been decided. */
  news: Outcome | Interrupted | undefined = DONE;
  /** What it stands in: a line, a signal. */
  wait: Wait | undefined = undefined;
  /** Handle of its event in the queue. */
  event = NOT_QUEUED;
  readonly priority: number;
  /** Interruptions that came when it waited for nothing. */
  causes: unknown[] | undefined = undefined;
  /** Its units, the latest first. */
  held: Request | undefined = undefined;
  isOver = false;
  readonly name: string;
  /** Counts from 1 in the order of starting. */
  readonly number: number;
  private endSignal: Signal | undefined = undefined;

  constructor(name: string, number: number, priority: number, body: Body) {
    this.name = name;
    this.number = number;
    this.priority = priority;
    this.body = body;
  }

  /** Fires when the process is over, and stays so. */
  get ended(): Signal {
    this.endSignal ??= new Signal(`${this} ended`, { latched: true });
    if (this.isOver) this.endSignal.fire();
    return this.endSignal;
  }

  end(): void {
    this.isOver = true;
    this.endSignal?.fire();
  }

  toString(): string {
    return `${this.name} ${this.number}`;
  }
}
