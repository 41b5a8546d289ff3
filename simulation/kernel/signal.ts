import { LATE, type Outcome } from './effects.ts';
import type { Tick } from './event-queue.ts';
import type { Process, Wait } from './process.ts';
import type { Scheduler } from './scheduler.ts';

/** Something that processes wait for and that somebody makes happen. */
export class Signal implements Wait {
  readonly name: string;
  private readonly latched: boolean;
  private readonly waiting = new Map<Process, Scheduler>();
  private happened: Outcome | undefined = undefined;

  /** @param latched whether it stays fired, so that nobody waits for it any more. */
  constructor(name: string, { latched = false } = {}) {
    this.name = name;
    this.latched = latched;
  }

  /** Wakes all who wait, in the order they came, and gives them the value. */
  fire(value?: unknown): void {
    const outcome: Outcome = { kind: 'done', value };
    if (this.latched) this.happened ??= outcome;
    for (const [process, scheduler] of this.waiting) {
      scheduler.wake(process, outcome);
      scheduler.note('wake', process, this.name);
    }
    this.waiting.clear();
  }

  /** Lets a process wait; at once the outcome when there is nothing to wait for. */
  join(process: Process, scheduler: Scheduler, patience: Tick | undefined): Outcome | undefined {
    if (this.happened !== undefined) return this.happened;
    this.waiting.set(process, scheduler);
    process.wait = this;
    if (patience !== undefined) scheduler.wakeAfter(process, patience);
    scheduler.note('wait', process, this.name);
    return undefined;
  }

  timeOut(process: Process): Outcome {
    this.waiting.get(process)?.note('late', process, this.name);
    this.leave(process);
    return LATE;
  }

  leave(process: Process): void {
    this.waiting.delete(process);
  }
}
