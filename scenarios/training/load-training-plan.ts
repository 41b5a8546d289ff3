import { InputError } from '../../domain/input-error.ts';
import type { TrainingPlan } from '../../domain/training.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { didYouMean } from '../../input/suggest.ts';
import { readYaml } from '../../input/yaml-source.ts';
import { loadDaySimulation } from '../day-simulation/load-day-simulation.ts';
import { findScenario, namesOf } from '../find-scenario.ts';
import { checkUnique } from '../load-requirements.ts';
import schema from '../schema/training.schema.json' with { type: 'json' };
import { type Staffed, staffingOf } from './staffing.ts';

/** What a stage's staff must have passed, and how many of them there must be. */
export interface PlannedTraining extends Staffed {
  readonly plan: TrainingPlan;
}

/**
 * The plan of a stage's training, from a path or under the stage's name in scenarios/training, with the staffing of the day
 * that it names. Whatever is wrong in either is an InputError with file, line and column.
 */
export function loadTrainingPlan(stage: string, pathOrName: string = stage): PlannedTraining {
  const source = readYaml(findScenario('training', pathOrName));
  const plan = checkSchema<TrainingPlan>(source, schema);
  checkUnique(source, plan.courses, 'courses');
  if (plan.stage !== stage) {
    throw new InputError(
      `Planen gäller etappen "${plan.stage}", inte "${stage}"; ange etappens egen med --plan.`,
      source.positionOf(['stage']),
    );
  }
  if (!namesOf('simulation').includes(plan.day)) {
    throw new InputError(
      `Dagen "${plan.day}" har ingen bemanning i scenarios/simulation${didYouMean(plan.day, namesOf('simulation')) || '.'} Välj en dag som har.`,
      source.positionOf(['day']),
    );
  }
  const { day, data } = loadDaySimulation(plan.day);
  for (const [index, unit] of plan.weekdaysOnly.entries()) {
    const keys = day.units.map(({ key }) => key);
    if (keys.includes(unit)) continue;
    throw new InputError(
      `Enheten "${unit}" finns inte i dagen ${plan.day}${didYouMean(unit, keys) || '.'} Den har ${keys.join(', ')}.`,
      source.positionOf(['weekdaysOnly', index]),
    );
  }
  return { plan, ...staffingOf(plan, day, data) };
}
