import type { Act, Effect, Outcome } from './effects.ts';
import { DONE } from './effects.ts';
import { EventQueue, FIRST, NOT_QUEUED, type Tick } from './event-queue.ts';
import { type Body, Interrupted, Process } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import type { Trace, TraceKind } from './trace.ts';

export interface SimulationOptions {
  /** Where the trace is put; none is kept without it. */
  readonly trace?: Trace | undefined;
  readonly queue?: EventQueue<Process>;
}

export interface StartOptions {
  readonly name?: string;
  /** When it begins; now unless told. */
  readonly at?: Tick;
  /** Among events of one tick, lower comes first. */
  readonly priority?: number;
}

/**
 * Plays processes against one another on the virtual clock. A process runs until it has to wait; what happens within
 * one tick happens by priority and then in the order it was caused.
 */
export class Simulation implements Scheduler {
  protected tick: Tick = 0;
  protected readonly queue: EventQueue<Process>;
  private readonly trace: Trace | undefined;
  private active: Process | undefined = undefined;
  private started = 0;
  private censoredUpTo: Tick = Number.NEGATIVE_INFINITY;

  constructor({ trace, queue = new EventQueue<Process>() }: SimulationOptions = {}) {
    this.trace = trace;
    this.queue = queue;
  }

  get now(): Tick {
    return this.tick;
  }

  start(body: Body, { name = 'process', at = this.tick, priority = 0 }: StartOptions = {}): Process {
    const process = new Process(name, ++this.started, priority, body);
    this.note('start', process);
    this.schedule(process, at, priority);
    return process;
  }

  /** Plays everything before a tick and leaves the clock at it; without one, plays until nothing is to come. */
  run(until: Tick = Number.POSITIVE_INFINITY): void {
    if (until < this.tick)
      throw new RangeError(`It is tick ${this.tick} already, too late to run until ${until}.`);
    for (let next = this.queue.popBefore(until); next !== undefined; next = this.queue.popBefore(until)) {
      this.play(next);
    }
    if (until < Number.POSITIVE_INFINITY) this.tick = until;
  }

  /** Plays the next event; false when there is none. */
  step(): boolean {
    const process = this.queue.pop();
    if (process === undefined) return false;
    this.play(process);
    return true;
  }

  wake(process: Process, outcome: Outcome): void {
    this.wakeAt(process, this.tick, outcome);
  }

  wakeAfter(process: Process, ticks: Tick): void {
    this.schedule(process, this.tick + ticks, process.priority);
  }

  interrupt(process: Process, cause: unknown): void {
    if (process.isOver) throw new Error(`${process} is over and cannot be interrupted.`);
    this.note('interrupt', process);
    if (process.news !== undefined || process === this.active) {
      process.causes ??= [];
      process.causes.push(cause);
      return;
    }
    process.news = this.breakOff(process, cause);
    this.schedule(process, this.tick, FIRST);
  }

  isCensored(since: Tick): boolean {
    return since <= this.censoredUpTo;
  }

  note(kind: TraceKind, process: Process, subject?: string): void {
    this.trace?.add(this.tick, kind, process.name, process.number, subject);
  }

  /** The clock was stopped or moved: what began to be timed up to then says nothing. */
  protected censor(upTo: Tick): void {
    this.censoredUpTo = upTo;
  }

  protected wakeAt(process: Process, tick: Tick, outcome: Outcome): void {
    this.unschedule(process);
    process.wait = undefined;
    process.news = outcome;
    this.schedule(process, tick, process.priority);
  }

  /** On the virtual clock an act is the time it takes. */
  protected act(process: Process, { ticks }: Act): Outcome | undefined {
    this.wakeAfter(process, ticks);
    return undefined;
  }

  /** Does what a process asks for; undefined when it has to wait. */
  private perform(process: Process, effect: Effect): Outcome | undefined {
    switch (effect.kind) {
      case 'hold':
        this.wakeAfter(process, effect.ticks);
        this.note('hold', process);
        return undefined;
      case 'until':
        this.schedule(process, effect.tick, process.priority);
        this.note('hold', process);
        return undefined;
      case 'seize':
        return effect.resource.seize(process, effect);
      case 'release':
        effect.resource.release(process);
        return DONE;
      case 'hand-over':
        return effect.resource.seize(process, effect, effect.from);
      case 'wait-for':
        return effect.signal.join(process, this, effect.patience);
      case 'act':
        this.note('act', process);
        return this.act(process, effect);
      case 'interrupt':
        this.interrupt(effect.process, effect.cause);
        return DONE;
    }
  }

  /** The event of a process has come. */
  private play(process: Process): void {
    this.tick = this.queue.time;
    process.event = NOT_QUEUED;
    this.active = process;
    this.advance(process, this.news(process));
    this.active = undefined;
  }

  /** What a process is told whose event has come. */
  private news(process: Process): Outcome | Interrupted {
    const { news, wait } = process;
    process.news = undefined;
    if (news !== undefined) return news;
    if (wait === undefined) return DONE;
    process.wait = undefined;
    return wait.timeOut(process);
  }

  /** Lets a process run until it has to wait or is over. */
  private advance(process: Process, first: Outcome | Interrupted): void {
    let news = first;
    for (;;) {
      const { done, value } = this.resume(process, news);
      if (done === true) break;
      const outcome = this.perform(process, value);
      if (outcome !== undefined) news = outcome;
      else if (process.causes === undefined) return;
      else news = this.breakOff(process, this.nextCause(process, process.causes));
    }
    this.end(process);
  }

  private resume(process: Process, news: Outcome | Interrupted): IteratorResult<Effect, void> {
    try {
      return news instanceof Interrupted ? process.body.throw(news) : process.body.next(news);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${process} failed at tick ${this.tick}: ${reason}`, { cause: error });
    }
  }

  private end(process: Process): void {
    if (process.held !== undefined) {
      throw new Error(
        `${process} is over at tick ${this.tick} and still holds ${process.held.resource.name}.`,
      );
    }
    this.note('end', process);
    process.end();
  }

  private breakOff(process: Process, cause: unknown): Interrupted {
    const isTimed = process.wait === undefined && process.event !== NOT_QUEUED;
    const left = isTimed ? this.queue.timeOf(process.event) - this.tick : 0;
    process.wait?.leave(process);
    process.wait = undefined;
    this.unschedule(process);
    return new Interrupted(cause, left);
  }

  private nextCause(process: Process, causes: unknown[]): unknown {
    const cause = causes.shift();
    if (causes.length === 0) process.causes = undefined;
    return cause;
  }

  private schedule(process: Process, tick: Tick, priority: number): void {
    if (!Number.isSafeInteger(tick) || tick < this.tick) {
      throw new RangeError(`${process} cannot wait from tick ${this.tick} until ${tick}.`);
    }
    process.event = this.queue.push(tick, priority, process);
  }

  private unschedule(process: Process): void {
    if (process.event === NOT_QUEUED) return;
    this.queue.remove(process.event);
    process.event = NOT_QUEUED;
  }
}
