import type { Monitored } from '../domain/evidence.ts';
import { monitoredIn } from '../monitors/index.ts';
import type { ConnectedSystems } from './connected-systems.ts';

/** When nobody does anything any more: what the monitors say of all that was written and seen through a run's drivers. */
export async function watchedIn({
  byChannel,
  clockAhead = 0,
}: ConnectedSystems): Promise<readonly Monitored[]> {
  const watches = new Set([byChannel.api.watch, byChannel.ui.watch]);
  const facts = [];
  for (const watch of watches) facts.push(...((await watch?.finish()) ?? []));
  return monitoredIn(facts, clockAhead);
}
