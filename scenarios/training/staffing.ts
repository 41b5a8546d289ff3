import type { CareDay } from '../../domain/care-day.ts';
import type { StaffNeed, TrainingPlan } from '../../domain/training.ts';
import { minutesOf } from '../day-simulation/clock.ts';
import type { DaySimulation, StaffShift } from '../day-simulation/day-simulation.ts';

/** The units of a day, and how many they need of each role. */
export interface Staffed {
  readonly units: readonly { readonly key: string; readonly name: string }[];
  readonly needs: readonly StaffNeed[];
}

/**
 * How many people the shifts of a day take. A person works one shift a day at most, and so many hours a week; nobody is away
 * ill or on leave, so that the figure is the least there can be.
 */
export function staffingOf(plan: TrainingPlan, day: CareDay, { staff }: DaySimulation): Staffed {
  const units = day.units.map(({ key, name }) => ({ key, name }));
  const needs = staff.map(({ unit, role, shifts }): StaffNeed => {
    const perDay = shifts.reduce((sum, { count }) => sum + count, 0);
    const days = plan.weekdaysOnly.includes(unit) ? 5 : 7;
    const hours = shifts.reduce((sum, shift) => sum + shift.count * hoursOf(shift), 0) * days;
    return {
      unit,
      unitName: units.find(({ key }) => key === unit)?.name ?? unit,
      role,
      perDay,
      people: Math.max(perDay, Math.ceil(hours / plan.weeklyHours.hours)),
    };
  });
  return { units, needs };
}

function hoursOf({ from, to, overnight, breaks = [] }: StaffShift): number {
  const length = minutesOf(to) - minutesOf(from) + (overnight === true ? 24 * 60 : 0);
  return (length - breaks.reduce((sum, { minutes }) => sum + minutes, 0)) / 60;
}
