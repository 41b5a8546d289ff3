import { SHIFTS, type Shift } from '../../../domain/role.ts';
import type { Resource } from '../../kernel/index.ts';
import type { DayModel, StaffModel, WorkedShift } from '../model/day-model.ts';
import { DAY, MINUTE } from '../model/time.ts';
import { QUARTER, the } from '../play/hospital.ts';
import type { Measure } from './measure.ts';
import { roleText, SHIFT_TEXTS } from './texts.ts';

/** Share of the working time at work, by role and shift; where shifts overlap, their work is shared. */
export const utilisation = ({ staff, units }: DayModel): Measure[] =>
  staff.flatMap((each) =>
    (Object.keys(SHIFTS) as Shift[]).flatMap((shift): Measure[] => {
      const parts = each.shifts.filter((worked) => worked.shift === shift && worked.count > 0);
      if (parts.length === 0) return [];
      const name = nameOf(each, units);
      return [
        {
          id: `utilisation/${each.key}/${shift}`,
          group: 'staff',
          unit: 'share',
          sv: `${name.sv}, ${SHIFT_TEXTS[shift].sv}`,
          en: `${name.en}, ${SHIFT_TEXTS[shift].en}`,
          read: (hospital) => utilisationIn(the(hospital.staff, each.key), parts),
        },
      ];
    }),
  );

/** Minutes that were worked beyond the end of shifts, by role. */
export const overtime = ({ staff, units }: DayModel): Measure[] =>
  staff.map((each) => ({
    id: `overtime/${each.key}`,
    group: 'overtime',
    unit: 'minutes',
    better: 'less',
    ...nameOf(each, units),
    read: (hospital) => the(hospital.staff, each.key).statistics.overtime.integral(DAY) / MINUTE,
  }));

export function nameOf({ unit, role }: StaffModel, units: DayModel['units']): { sv: string; en: string } {
  const place = units.find(({ key }) => key === unit)?.name ?? unit;
  const { sv, en } = roleText(role);
  return { sv: `${place}, ${sv}`, en: `${place}, ${en}` };
}

function utilisationIn({ statistics }: Resource, parts: readonly WorkedShift[]): number {
  const sumOf = (means: readonly number[]) =>
    parts.reduce(
      (sum, { from, to }) =>
        sum + means.slice(from / QUARTER, to / QUARTER).reduce((total, value) => total + value, 0),
      0,
    );
  return sumOf(statistics.busy.means(DAY)) / sumOf(statistics.capacity.means(DAY));
}
