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
  let left = yield* workUntilPreempted(resource, work);
  while (left !== undefined) {
    yield seize(resource, { ...options, resumes: true, patience: undefined });
    left = yield* workUntilPreempted(resource, left);
  }
  return DONE;
}

/** What was left of the work when the unit was taken; undefined when the work is done. */
function* workUntilPreempted(resource: Resource, work: Tick): Generator<Effect, Tick | undefined, Outcome> {
  try {
    yield hold(work);
  } catch (error) {
    if (error instanceof Interrupted && isLossOf(resource, error.cause)) return error.left;
    throw error;
  }
  yield release(resource);
  return undefined;
}

const isLossOf = (resource: Resource, cause: unknown): boolean =>
  cause instanceof Preemption && cause.resource === resource.name;
