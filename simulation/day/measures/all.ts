import type { DayModel } from '../model/day-model.ts';
import { flow } from './flow.ts';
import { handOvers } from './hand-overs.ts';
import { beds, queues } from './levels.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { overtime, utilisation } from './staff.ts';
import { waits } from './waits.ts';

/** Every figure of a day, one strategy a line. */
export const measuresOf = (model: DayModel): Measure[] => [
  ...waits(model),
  ...limits(model),
  ...flow(),
  ...queues(model),
  ...beds(model),
  ...utilisation(model),
  ...overtime(model),
  ...handOvers(model),
];
