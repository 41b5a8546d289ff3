import type { Outcome } from './effects.ts';
import type { Tick } from './event-queue.ts';
import type { Process } from './process.ts';
import type { TraceKind } from './trace.ts';

/** What resources and signals need of the simulation. */
export interface Scheduler {
  readonly now: Tick;
  /** Tells a process within this tick what came of its waiting. */
  wake(process: Process, outcome: Outcome): void;
  /** Ends a process's waiting unless it is woken before. */
  wakeAfter(process: Process, ticks: Tick): void;
  interrupt(process: Process, cause: unknown): void;
  /** Whether the clock has been stopped or moved since: what was timed over it says nothing. */
  isCensored(since: Tick): boolean;
  note(kind: TraceKind, process: Process, subject?: string): void;
}
