import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** Work that takes longer, or less long. */
export const pace = (variant: DayVariant, change: ChangeOf<'pace'>): DayVariant => ({
  ...variant,
  pace: [...variant.pace, change],
});
