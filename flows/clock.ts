import { setTimeout as after, setImmediate as immediately } from 'node:timers/promises';
import type { Timekeeper } from '../domain/time.ts';

/** The clock on the wall; an aborted signal ends every pause at once. */
export const wallClock = (signal?: AbortSignal): Timekeeper => ({
  now: () => Date.now(),
  pause: async (milliseconds) => {
    signal?.throwIfAborted();
    if (milliseconds < 1) {
      await immediately(); // Whoever never has to wait still lets the others have their turn.
      return;
    }
    await after(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
});
