import type { DaySimulation } from '../../../scenarios/day-simulation/day-simulation.ts';
import type { InpatientModel } from './day-model.ts';
import { stepsOfPathway } from './steps.ts';
import { MINUTE, tickOf } from './time.ts';

export const inpatientsOf = ({ inpatients }: DaySimulation, startsAt: number): InpatientModel => ({
  leavingShare: inpatients.leaving.share,
  leavingHour: inpatients.leaving.hour,
  leave: stepsOfPathway(inpatients.leave),
  care: inpatients.care
    .map(({ at, spread, task, role }) => ({
      at: tickOf(at, startsAt),
      spread: spread * MINUTE,
      task,
      role,
    }))
    .sort((a, b) => a.at - b.at),
});
