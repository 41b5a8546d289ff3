import type { Shown } from '../../../domain/fact.ts';
import { type Milliseconds, SECOND } from '../../../domain/time.ts';
import type { Surroundings } from './surroundings.ts';

/** How soon all readers must be shown the same, as the limit of most questions; an assumption. */
const IN_TIME: Milliseconds = 5 * SECOND;

/** Looks until it is as it must be, for as long as it may take. */
export async function until(
  at: Surroundings,
  look: () => Promise<readonly Shown[]>,
  holds: (shown: readonly Shown[]) => boolean,
): Promise<{ readonly seen: readonly Shown[]; readonly waited: Milliseconds }> {
  for (let waited = 0, pause = 150; ; pause *= 2) {
    const seen = await look();
    if (holds(seen) || waited >= IN_TIME) return { seen, waited };
    const wait = Math.min(pause, IN_TIME - waited);
    await at.pause(wait);
    waited += wait;
  }
}

/** Whether just this was shown, each as it must be. */
export function isSame(shown: readonly Shown[], due: readonly Shown[]): boolean {
  if (shown.length !== due.length) return false;
  const there = new Map(shown.map(({ id, digest }) => [id, digest]));
  return due.every(({ id, digest }) => there.get(id) === digest);
}
