import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** More or fewer who come, of named pathways and lines of the mix. */
export const arrivals = (
  variant: DayVariant,
  { pathways = [], flows = [], factor }: ChangeOf<'arrivals'>,
): DayVariant => ({
  ...variant,
  arrivals: {
    ...variant.arrivals,
    ...Object.fromEntries([...pathways, ...flows].map((key) => [key, (variant.arrivals[key] ?? 1) * factor])),
  },
});
