import { type Body, type Resource, serve } from '../../kernel/index.ts';
import type { Entity } from './draws.ts';
import type { Hospital } from './hospital.ts';

/** Back-entry comes after all other work. */
const LAST = 9;

export function isDown({ model: { downtime }, simulation }: Hospital): boolean {
  return downtime !== undefined && downtime.from <= simulation.now && simulation.now < downtime.to;
}

/** What was written on paper is entered by the same role once the system is back. */
export function enterAfterwards(
  { model: { downtime }, simulation, draws, seen }: Hospital,
  staff: Resource,
  entity: Entity,
  step: number,
): void {
  if (downtime === undefined) return;
  const ticks = draws.ticks(downtime.backEntry, entity, 'back-entry', step);
  function* entry(): Body {
    yield* serve(staff, ticks, { priority: LAST });
    seen.backEntries++;
  }
  simulation.start(entry(), { name: 'back-entry', at: Math.max(simulation.now, downtime.to) });
}
