import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** A ward without patients and staff; nothing when either name is no unit with beds. */
export function closedWard(variant: DayVariant, change: ChangeOf<'closed-ward'>): DayVariant {
  const hasBeds = (unit: string): boolean => variant.data.places.some((places) => places.unit === unit);
  return hasBeds(change.unit) && hasBeds(change.to) && change.unit !== change.to
    ? { ...variant, closedWard: change }
    : variant;
}
