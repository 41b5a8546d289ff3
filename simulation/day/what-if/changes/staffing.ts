import type { ChangeOf } from '../../../../scenarios/day-simulation/what-if.ts';
import type { DayVariant } from '../variant.ts';

/** More or fewer on a shift; fewer than nobody is nobody. */
export const staffing = (
  variant: DayVariant,
  { unit, role, shift, change }: ChangeOf<'staffing'>,
): DayVariant => ({
  ...variant,
  data: {
    ...variant.data,
    staff: variant.data.staff.map((staff) =>
      staff.unit === unit && staff.role === role
        ? {
            ...staff,
            shifts: staff.shifts.map((each) =>
              each.shift === shift ? { ...each, count: Math.max(0, each.count + change) } : each,
            ),
          }
        : staff,
    ),
  },
});
