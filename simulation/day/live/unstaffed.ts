import type { CareDay } from '../../../domain/care-day.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import type { Role } from '../../../domain/role.ts';
import { MINUTE as MILLISECONDS_A_MINUTE } from '../../../domain/time.ts';
import type { Duration } from '../../../scenarios/day-simulation/day-simulation.ts';
import type { DayModel, WorkTime } from '../model/day-model.ts';
import { DAY } from '../model/time.ts';

const NONE: Duration = { kind: 'constant', value: 0 };

/**
 * The model of a day that has no simulation data: it begins at midnight, there is always somebody to do what is to be done,
 * and each task takes the working time of its step.
 */
export const unstaffedModel = (day: CareDay, flows: readonly CareFlow[]): DayModel => ({
  startsAt: 0,
  horizon: 2 * DAY,
  units: day.units.map(({ key, name }) => ({ key, name, beds: undefined })),
  colours: [],
  staff: [],
  work: workOf(day, flows),
  system: NONE,
  streams: [],
  inpatients: { leavingShare: 0, leavingHour: NONE, leave: [], care: [] },
  admission: { wards: [], elsewhere: NONE, move: [] },
  handOvers: [],
  census: [],
  downtime: undefined,
  closed: undefined,
});

function workOf(day: CareDay, flows: readonly CareFlow[]): DayModel['work'] {
  const work: Record<string, Record<string, Partial<Record<Role, WorkTime>>>> = {};
  for (const { activity, actor, workingTime } of flows.flatMap(({ steps }) => steps)) {
    if (activity.type !== 'task' || actor === undefined) continue;
    const time: WorkTime = {
      staff: undefined,
      time: { kind: 'constant', value: workingTime / MILLISECONDS_A_MINUTE },
      delay: undefined,
      factor: 1,
    };
    for (const unit of [...day.units.map(({ key }) => key), 'home']) {
      const byUnit = work[activity.kind] ?? {};
      work[activity.kind] = byUnit;
      byUnit[unit] = { ...byUnit[unit], [actor.role]: time };
    }
  }
  return work;
}
