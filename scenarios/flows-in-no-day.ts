import type { CareDay } from '../domain/care-day.ts';
import { namesOf } from './find-scenario.ts';
import { flowsNamed } from './flows-named.ts';
import { loadDay } from './load-day.ts';

/** The flows that neither this day nor any that comes with Genrep has in its mix: nobody would ever play them in a day. */
export function flowsInNoDay<Flow extends { readonly id: string }>(
  day: CareDay,
  flows: readonly Flow[],
): readonly Flow[] {
  const days = [day, ...namesOf('days').map(loadDay)];
  const mixed = new Set(days.flatMap(({ mix }) => mix.flatMap(({ flow }) => flowsNamed(flow, flows))));
  return flows.filter((flow) => !mixed.has(flow));
}
