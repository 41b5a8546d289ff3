import { minutesOf } from '../../../scenarios/day-simulation/clock.ts';
import type { StaffShift } from '../../../scenarios/day-simulation/day-simulation.ts';
import type { CapacityChange } from '../../kernel/index.ts';
import type { WorkedShift } from './day-model.ts';
import { DAY, MINUTE } from './time.ts';

const DAYS_AROUND = [-1, 0, 1];

/** The parts of a shift that lie within the simulated day: yesterday's night, today's, tomorrow's morning. */
export function workedShifts(shift: StaffShift, startsAt: number): WorkedShift[] {
  const { shift: name, count, breaks = [] } = shift;
  const start = minutesOf(shift.from);
  const end = minutesOf(shift.to) + (shift.overnight === true ? 24 * 60 : 0);
  return DAYS_AROUND.flatMap((day) => {
    const from = (start - startsAt) * MINUTE + day * DAY;
    const to = (end - startsAt) * MINUTE + day * DAY;
    if (to <= 0 || from >= DAY) return [];
    const pauses = breaks.flatMap(({ at, minutes }) => {
      const length = minutes * MINUTE;
      const first = from + ((minutesOf(at) - start + 24 * 60) % (24 * 60)) * MINUTE;
      return Array.from({ length: count }, (_, nth) => ({ at: first + nth * length, ticks: length }));
    });
    return [
      {
        shift: name,
        count,
        from: Math.max(0, from),
        to: Math.min(DAY, to),
        breaks: pauses.filter(({ at }) => at >= 0 && at < Math.min(DAY, to)),
      },
    ];
  });
}

/** How many work from when on. */
export function capacityChanges(shifts: readonly WorkedShift[]): CapacityChange[] {
  const times = [...new Set([0, ...shifts.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return times.map((at) => ({ at, capacity: workingAt(shifts, at) }));
}

const workingAt = (shifts: readonly WorkedShift[], tick: number): number =>
  shifts.reduce((sum, { from, to, count }) => sum + (from <= tick && tick < to ? count : 0), 0);
