import type { CareDay, DayPlan } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { loadDaySimulation, type SimulatedDay } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { loadWhatIf } from '../../scenarios/day-simulation/load-what-if.ts';
import type { WhatIf } from '../../scenarios/day-simulation/what-if.ts';
import { type Rehearsal, rehearsalOf } from './live/rehearsal.ts';
import { unstaffedModel } from './live/unstaffed.ts';
import { buildModel } from './model/build-model.ts';
import type { DayModel } from './model/day-model.ts';
import { refuseOverload } from './model/load-factor.ts';
import type { PlayedAs } from './model/streams.ts';
import { asTheDayIs } from './what-if/apply.ts';
import { buildVariants, type VariantModel } from './what-if/build-variants.ts';

/** A day and the questions to it, read, checked and ready to be played. */
export interface PreparedSimulation {
  readonly simulated: SimulatedDay;
  readonly model: DayModel;
  readonly questions: readonly { readonly whatIf: WhatIf; readonly variants: readonly VariantModel[] }[];
}

/** @throws InputError for the first thing in a file that cannot be played */
export function prepareSimulation(
  dayName: string,
  whatIfs: readonly string[],
  flows: readonly CareFlow[],
): PreparedSimulation {
  const simulated = loadDaySimulation(dayName);
  const model = checkedModel(simulated, flows, 'simulated');
  const questions = whatIfs.map((name) => {
    const loaded = loadWhatIf(name);
    return { whatIf: loaded.whatIf, variants: buildVariants(simulated, flows, loaded) };
  });
  return { simulated, model, questions };
}

/**
 * A day as its plan is rehearsed: the flows of the mix with their patients, and all other care beside them. Without
 * simulation data there is always somebody to do what is to be done.
 * @throws InputError for the first thing in a file that cannot be played
 */
export const prepareRehearsal = (
  day: CareDay,
  simulated: SimulatedDay | undefined,
  plan: Pick<DayPlan, 'flows'>,
  flows: readonly CareFlow[],
): Rehearsal =>
  rehearsalOf(
    simulated === undefined ? unstaffedModel(day, flows) : checkedModel(simulated, flows, 'rehearsed'),
    plan,
    flows,
  );

function checkedModel(simulated: SimulatedDay, flows: readonly CareFlow[], as: PlayedAs): DayModel {
  const { data, source } = simulated;
  const model = buildModel(simulated, flows, asTheDayIs(simulated), as);
  refuseOverload(model, ({ unit, role }) =>
    source.positionOf(['staff', data.staff.findIndex((staff) => staff.unit === unit && staff.role === role)]),
  );
  return model;
}
