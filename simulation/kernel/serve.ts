import { DONE, type Effect, hold, type Outcome, release, type SeizeOptions, seize } from './effects.ts';
import type { Tick } from './event-queue.ts';
import { Interrupted, Preemption } from './process.ts';
import type { Resource } from './resource.ts';

/**
 * Has work done by a unit: seize, hold, release. Work from which somebody more urgent took the unit goes on where it
 * was broken off, ahead of its equals. Comes back as the seize does; patience ends with the first grant, of which `begins` is told.
 *
 * ```ts
 * yield* serve(doctor, 20, { priority: 2 });
 * ```
 */
export function* serve(
  resource: Resource,
  work: Tick,
  options: SeizeOptions = {},
  begins?: () => void,
): Generator<Effect, Outcome, Outcome> {
  const outcome = yield seize(resource, options);
  if (outcome.kind !== 'done') return outcome;
  begins?.();
  for (let left = work; ; ) {
    try {
      yield hold(left);
      yield release(resource);
      return DONE;
    } catch (error) {
      left = leftWhenLost(resource, error);
    }
    yield seize(resource, { ...options, resumes: true, patience: undefined });
  }
}

/** What was left of the work when its unit was taken; any other error is thrown on. */
function leftWhenLost(resource: Resource, error: unknown): Tick {
  if (error instanceof Interrupted && isLossOf(resource, error.cause)) return error.left;
  throw error;
}

const isLossOf = (resource: Resource, cause: unknown): boolean =>
  cause instanceof Preemption && cause.resource === resource.name;
