import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import type { Stage } from '../domain/stage.ts';
import { didYouMean } from '../input/suggest.ts';
import { featureOf, flowsNamed } from './flows-named.ts';
import { sourceOfStage } from './load-stage.ts';

/** Refuses a stage with a gate that names a flow which is not there. */
export function checkStageAgainstFlows(stage: Stage, flows: readonly Pick<CareFlow, 'id'>[]): void {
  for (const [index, { gate }] of stage.gates.entries()) {
    if (gate.kind !== 'flows-played') continue;
    for (const [place, name] of (gate.flows ?? []).entries()) {
      if (flowsNamed(name, flows).length > 0) continue;
      const near = didYouMean(name, [...new Set(flows.map(({ id }) => featureOf(id)))]) || '.';
      throw new InputError(
        `Flödet "${name}" finns inte${near} Rätta det i etappens grind.`,
        sourceOfStage(stage)?.positionOf(['gates', index, 'gate', 'flows', place]),
      );
    }
  }
}
