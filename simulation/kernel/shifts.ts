import { hold, release, seize, until } from './effects.ts';
import { FIRST, type Tick } from './event-queue.ts';
import type { Body } from './process.ts';
import type { Resource } from './resource.ts';
import type { Simulation } from './simulation.ts';

/** Shifts change after interruptions and before anything else of their tick: who comes at 07:00 meets the day shift. */
const SHIFT_CHANGE = FIRST + 1;

/** From a tick on there are so many units. */
export interface CapacityChange {
  readonly at: Tick;
  readonly capacity: number;
}

/** Lets a resource follow its shifts, in the order of time. What a shift has begun it finishes. */
export const followShifts = (
  simulation: Simulation,
  resource: Resource,
  changes: readonly CapacityChange[],
): void => {
  simulation.start(shifts(resource, changes), { name: `shifts of ${resource.name}`, priority: SHIFT_CHANGE });
};

function* shifts(resource: Resource, changes: readonly CapacityChange[]): Body {
  for (const { at, capacity } of changes) {
    yield until(at);
    resource.setCapacity(capacity);
  }
}

/** One unit's break: begins when it is due and a unit has finished what it had begun, and lasts its whole length. */
export interface Break {
  readonly at: Tick;
  readonly ticks: Tick;
  /** How long it can be put off before it is lost; forever unless told. */
  readonly patience?: Tick;
}

/** Lets the units of a resource have their breaks, one unit a break. */
export const takeBreaks = (simulation: Simulation, resource: Resource, breaks: readonly Break[]): void => {
  for (const { at, ticks, patience } of breaks) {
    simulation.start(rest(resource, ticks, patience), {
      name: `break of ${resource.name}`,
      at,
      priority: SHIFT_CHANGE,
    });
  }
};

function* rest(resource: Resource, ticks: Tick, patience: Tick | undefined): Body {
  const { kind } = yield seize(resource, { priority: Number.NEGATIVE_INFINITY, rests: true, patience });
  if (kind !== 'done') return;
  yield hold(ticks);
  yield release(resource);
}
