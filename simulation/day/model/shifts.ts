import { minutesOf } from '../../../scenarios/day-simulation/clock.ts';
import type { StaffShift } from '../../../scenarios/day-simulation/day-simulation.ts';
import type { CapacityChange } from '../../kernel/index.ts';
import type { WorkedShift } from './day-model.ts';
import { DAY, MINUTE } from './time.ts';

/** The parts of a shift that lie within the time that is played: yesterday's night, today's, tomorrow's morning. */
export function workedShifts(shift: StaffShift, startsAt: number, horizon = DAY): WorkedShift[] {
  const { shift: name, count, breaks = [] } = shift;
  const start = minutesOf(shift.from);
  const end = minutesOf(shift.to) + (shift.overnight === true ? 24 * 60 : 0);
  const days = Array.from({ length: Math.ceil(horizon / DAY) + 2 }, (_, index) => index - 1);
  return days.flatMap((day) => {
    const from = (start - startsAt) * MINUTE + day * DAY;
    const to = (end - startsAt) * MINUTE + day * DAY;
    if (to <= 0 || from >= horizon) return [];
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
        to: Math.min(horizon, to),
        breaks: pauses.filter(({ at }) => at >= 0 && at < Math.min(horizon, to)),
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
