import type { Monitored, Watched } from '../domain/evidence.ts';
import type { ByHand, Fact } from '../domain/fact.ts';
import { monitoredIn } from '../monitors/index.ts';
import type { ConnectedSystems } from './connected-systems.ts';

/**
 * When nobody does anything any more: what the monitors say of all that was written and seen through a run's drivers, and
 * what looking cost.
 * @param byHand for whom people have done something at workstations
 */
export async function watchedIn(
  { byChannel, clockAhead = 0 }: ConnectedSystems,
  byHand: readonly ByHand[] = [],
): Promise<readonly (Watched | Monitored)[]> {
  const watches = new Set([byChannel.api.watch, byChannel.ui.watch]);
  const facts: Fact[] = [];
  for (const watch of watches) facts.push(...((await watch?.finish()) ?? []));
  const asked = facts.filter((each) => each.fact === 'answered');
  const own = asked.filter(({ watch }) => watch === true);
  const cost: Watched[] =
    facts.length === 0 ? [] : [{ type: 'watched', requests: asked.length, own: own.length }];
  return [...cost, ...(await monitoredIn(facts.length === 0 ? [] : [...facts, ...byHand], clockAhead))];
}
