import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** More or fewer beds or places. */
export const beds = (variant: DayVariant, { unit, change }: ChangeOf<'beds'>): DayVariant => ({
  ...variant,
  data: {
    ...variant.data,
    places: variant.data.places.map((places) =>
      places.unit === unit ? { ...places, beds: Math.max(0, places.beds + change) } : places,
    ),
  },
});
