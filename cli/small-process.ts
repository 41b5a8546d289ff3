import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has a process that goes on for a working day, on the laptop that browsers run on too, keep little: what it took to read and
 * compile the day is given back at once, and from then on the heap grows by need and not ahead of it. It costs some time.
 */
export function keepSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
