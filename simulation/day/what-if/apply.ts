import type { SimulatedDay } from '../../../scenarios/day-simulation/load-day-simulation.ts';
import type { Change } from '../../../scenarios/day-simulation/what-if.ts';
import { arrivals } from './changes/arrivals.ts';
import { beds } from './changes/beds.ts';
import { closedWard } from './changes/closed-ward.ts';
import { downtime } from './changes/downtime.ts';
import { pace } from './changes/pace.ts';
import { staffing } from './changes/staffing.ts';
import { type DayVariant, unchanged } from './variant.ts';

/** The day with one more thing changed. */
export function apply(variant: DayVariant, change: Change): DayVariant {
  switch (change.kind) {
    case 'pace':
      return pace(variant, change);
    case 'staffing':
      return staffing(variant, change);
    case 'arrivals':
      return arrivals(variant, change);
    case 'downtime':
      return downtime(variant, change);
    case 'beds':
      return beds(variant, change);
    case 'closed-ward':
      return closedWard(variant, change);
  }
}

/** The day with what it says itself is changed in how its work goes. */
export const asTheDayIs = ({ data, changed }: SimulatedDay): DayVariant =>
  (changed?.changes ?? []).reduce(apply, unchanged(data));
