import type { CareFlow } from '../domain/care-flow.ts';
import { loadProfile } from '../systems/load-profile.ts';
import { kindsInPages } from './care-areas.ts';

/**
 * Whether a flow can be done in the pages of a system, as its areas tell. What a driver of one's own can do, nobody knows
 * before it is asked: there every flow is tried.
 * @param system a profile, by name or path
 */
export async function doneInPages(system: string): Promise<(flow: Pick<CareFlow, 'steps'>) => boolean> {
  if (loadProfile(system).ui?.driver !== 'reference-ui') return () => true;
  const kinds = await kindsInPages();
  return ({ steps }) => steps.every(({ activity }) => activity.type === 'wait' || kinds.has(activity.kind));
}
