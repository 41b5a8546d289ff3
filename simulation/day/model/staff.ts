import type { Tick } from '../../kernel/index.ts';
import type { DayVariant } from '../what-if/variant.ts';
import { type StaffModel, staffKey } from './day-model.ts';
import { workedShifts } from './shifts.ts';

/** Who works when; nobody on a closed ward. */
export const staffOf = ({ data, closedWard }: DayVariant, startsAt: number, horizon: Tick): StaffModel[] =>
  data.staff
    .filter(({ unit }) => unit !== closedWard?.unit)
    .map(({ unit, role, shifts }) => ({
      key: staffKey(unit, role),
      unit,
      role,
      shifts: shifts.flatMap((shift) => workedShifts(shift, startsAt, horizon)),
    }));
