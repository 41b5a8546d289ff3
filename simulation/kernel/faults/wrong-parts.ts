import type { SeizeOptions } from '../effects.ts';
import { EventQueue, type Tick } from '../event-queue.ts';
import { Line } from '../line.ts';
import type { Process } from '../process.ts';
import { Resource, type ResourceOptions } from '../resource.ts';
import type { Scheduler } from '../scheduler.ts';
import { TimeWeighted } from '../statistics/time-weighted.ts';

/** Events of one tick come in the wrong order: what was caused last comes first. */
export class LastCausedFirst extends EventQueue<Process> {
  protected override rank(priority: number, sequence: number): number {
    return super.rank(priority, -sequence);
  }
}

/** Events of one tick come in the order they were caused, whatever their priority. */
export class WithoutPriorities extends EventQueue<Process> {
  protected override rank(_: number, sequence: number): number {
    return super.rank(0, sequence);
  }
}

class LastComeLine extends Line {
  protected override overtakes(): boolean {
    return true;
  }
}

class FairLine extends Line {
  protected override overtakes(): boolean {
    return false;
  }
}

/** Serves last who came first. */
export class LastComeFirst extends Resource {
  protected override readonly waiting = new LastComeLine();
}

/** Serves first who came first, however urgent the others are. */
export class DeafToUrgency extends Resource {
  protected override readonly waiting = new FairLine();
}

/** Never takes a unit from anybody. */
export class NeverPreempting extends Resource {
  protected override preempt(): boolean {
    return false;
  }
}

/** Has one place more to wait in than told. */
export class OneRoomMore extends Resource {
  constructor(scheduler: Scheduler, name: string, options: ResourceOptions) {
    super(scheduler, name, { ...options, room: (options.room ?? Number.POSITIVE_INFINITY) + 1 });
  }
}

/** Has everybody wait as long as it takes. */
export class EndlessPatience extends Resource {
  override seize(
    process: Process,
    options: SeizeOptions,
    handsOver?: Resource,
  ): ReturnType<Resource['seize']> {
    return super.seize(process, { ...options, patience: undefined }, handsOver);
  }
}

/** Gives the unit it is handed over from back before there is one to go on with. */
export class FallingBetween extends Resource {
  override seize(
    process: Process,
    options: SeizeOptions,
    handsOver?: Resource,
  ): ReturnType<Resource['seize']> {
    handsOver?.release(process);
    return super.seize(process, options);
  }
}

/** Tallies those only who had to wait. */
export class ForgettingZeros extends Resource {
  protected override tallyWait(since: Tick): void {
    if (since < this.scheduler.now) super.tallyWait(since);
  }
}

/** Lets everybody who has come stay on. */
export class EndlessShift extends Resource {
  override setCapacity(capacity: number): void {
    super.setCapacity(Math.max(capacity, this.capacity));
  }
}

/** Is always one change behind. */
export class LevelBehind extends TimeWeighted {
  private next: number | undefined = undefined;

  override set(level: number, now: Tick): void {
    super.set(this.next ?? this.level, now);
    this.next = level;
  }
}
