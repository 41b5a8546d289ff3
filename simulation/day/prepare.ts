import type { CareFlow } from '../../domain/care-flow.ts';
import { loadDaySimulation, type SimulatedDay } from '../../scenarios/day-simulation/load-day-simulation.ts';
import { loadWhatIf } from '../../scenarios/day-simulation/load-what-if.ts';
import type { WhatIf } from '../../scenarios/day-simulation/what-if.ts';
import { buildModel } from './model/build-model.ts';
import type { DayModel } from './model/day-model.ts';
import { refuseOverload } from './model/load-factor.ts';
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
  const { data, source } = simulated;
  const model = buildModel(simulated, flows);
  refuseOverload(model, ({ unit, role }) =>
    source.positionOf(['staff', data.staff.findIndex((staff) => staff.unit === unit && staff.role === role)]),
  );
  const questions = whatIfs.map((name) => {
    const loaded = loadWhatIf(name);
    return { whatIf: loaded.whatIf, variants: buildVariants(simulated, flows, loaded) };
  });
  return { simulated, model, questions };
}
