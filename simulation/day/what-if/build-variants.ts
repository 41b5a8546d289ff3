import { isDeepStrictEqual } from 'node:util';
import type { CareFlow } from '../../../domain/care-flow.ts';
import { InputError } from '../../../domain/input-error.ts';
import type { SimulatedDay } from '../../../scenarios/day-simulation/load-day-simulation.ts';
import type { LoadedWhatIf } from '../../../scenarios/day-simulation/load-what-if.ts';
import type { Variant } from '../../../scenarios/day-simulation/what-if.ts';
import { buildModel } from '../model/build-model.ts';
import type { DayModel } from '../model/day-model.ts';
import { refuseOverload } from '../model/load-factor.ts';
import { apply, asTheDayIs } from './apply.ts';

/** A variant ready to be played. */
export interface VariantModel {
  readonly variant: Variant;
  readonly model: DayModel;
}

/**
 * The models of a what-if question.
 * @throws InputError at a change that changes nothing, and at a variant in which a queue can only grow
 */
export const buildVariants = (
  simulated: SimulatedDay,
  flows: readonly CareFlow[],
  { whatIf, source }: LoadedWhatIf,
): VariantModel[] =>
  whatIf.variants.map((variant, index) => {
    let changed = asTheDayIs(simulated);
    let model = buildModel(simulated, flows, changed);
    for (const [nth, change] of variant.changes.entries()) {
      changed = apply(changed, change);
      const next = buildModel(simulated, flows, changed);
      if (isDeepStrictEqual(next, model)) {
        throw new InputError(
          `Ändringen ${nth + 1} i "${variant.sv}" ändrar ingenting; rätta namnen eller talet, eller ta bort den.`,
          source.positionOf(['variants', index, 'changes', nth]),
        );
      }
      model = next;
    }
    refuseOverload(model, () => source.positionOf(['variants', index]), `I "${variant.sv}" `);
    return { variant, model };
  });
