import type { Monitored, Watched } from '../domain/evidence.ts';
import { monitoredIn } from '../monitors/index.ts';
import type { ConnectedSystems } from './connected-systems.ts';

/**
 * When nobody does anything any more: what the monitors say of all that was written and seen through a run's drivers, and
 * what looking cost.
 */
export async function watchedIn({
  byChannel,
  clockAhead = 0,
}: ConnectedSystems): Promise<readonly (Watched | Monitored)[]> {
  const watches = new Set([byChannel.api.watch, byChannel.ui.watch]);
  const facts = [];
  for (const watch of watches) facts.push(...((await watch?.finish()) ?? []));
  const asked = facts.filter((each) => each.fact === 'answered');
  const own = asked.filter(({ watch }) => watch === true);
  const cost: Watched[] =
    facts.length === 0 ? [] : [{ type: 'watched', requests: asked.length, own: own.length }];
  return [...cost, ...(await monitoredIn(facts, clockAhead))];
}
