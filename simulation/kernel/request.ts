import type { Outcome, SeizeOptions } from './effects.ts';
import type { Tick } from './event-queue.ts';
import type { Process, Wait } from './process.ts';
import type { Resource } from './resource.ts';

/** One process's wish for one unit of a resource, and then its holding it. Stands in one line at a time. */
export class Request implements Wait {
  readonly process: Process;
  readonly resource: Resource;
  readonly priority: number;
  readonly resumes: boolean;
  readonly preempts: boolean;
  readonly rests: boolean;
  /** What is given back when this is granted. */
  readonly handsOver: Resource | undefined;
  readonly since: Tick;

  /** Neighbours in its line. */
  before: Request | undefined = undefined;
  behind: Request | undefined = undefined;
  /** The unit that its process got before this one. */
  heldBefore: Request | undefined = undefined;

  constructor(
    process: Process,
    resource: Resource,
    options: SeizeOptions,
    since: Tick,
    handsOver: Resource | undefined,
  ) {
    this.process = process;
    this.resource = resource;
    this.priority = options.priority ?? 0;
    this.resumes = options.resumes ?? false;
    this.preempts = options.preempts ?? false;
    this.rests = options.rests ?? false;
    this.handsOver = handsOver;
    this.since = since;
  }

  timeOut(): Outcome {
    return this.resource.renege(this);
  }

  leave(): void {
    this.resource.withdraw(this);
  }
}

/** Takes a unit off the list of what its process holds. */
export function dropHolding(request: Request): void {
  const { process } = request;
  if (process.held === request) {
    process.held = request.heldBefore;
    return;
  }
  let later = process.held;
  while (later !== undefined && later.heldBefore !== request) later = later.heldBefore;
  if (later !== undefined) later.heldBefore = request.heldBefore;
}
