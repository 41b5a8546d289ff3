import { DateTime } from 'luxon';
import type { Stage } from '../domain/stage.ts';
import type { RunHistory } from '../reports/history.ts';
import { labRecords } from '../reports/training/lab-records.ts';
import { measureTraining, type TrainingResult } from '../reports/training/measure-training.ts';
import { loadTrainingPlan } from '../scenarios/training/load-training-plan.ts';
import { readRecords, readRoster, readSeats } from '../scenarios/training/read-records.ts';

/** Where it is written who has passed what and who works where. */
export interface TrainingFiles {
  readonly records: readonly string[];
  readonly roster?: string;
  readonly seats?: string;
  /** The plan, by name or path; under the stage's name when absent. */
  readonly plan?: string;
}

/** Who of those who will work in the first weeks is trained, from the files and from labs. Throws InputError. */
export function countTraining(
  stage: Stage,
  { records, roster, seats, plan: pathOrName }: TrainingFiles,
  labs: readonly RunHistory[],
  now: number,
): TrainingResult {
  const today = DateTime.fromMillis(now, { zone: 'Europe/Stockholm' }).toISODate() ?? '';
  const planned = loadTrainingPlan(stage.name, pathOrName);
  const { plan, needs } = planned;
  const shown = seats === undefined ? [] : labRecords(labs, readSeats(seats), plan.courses);
  return measureTraining({
    ...{ plan, needs, today },
    records: [...readRecords(records, planned, today), ...shown],
    ...(roster === undefined ? {} : { roster: readRoster(roster, planned) }),
  });
}
