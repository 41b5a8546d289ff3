import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** The system is away for some hours; for none, nothing changes. */
export const downtime = (variant: DayVariant, change: ChangeOf<'downtime'>): DayVariant =>
  change.from === change.to ? variant : { ...variant, downtime: change };
