import type { CareDay } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { InputError } from '../domain/input-error.ts';
import { UNIT_KINDS } from '../domain/role.ts';
import { didYouMean } from '../input/suggest.ts';
import { featureOf, flowsNamed } from './flows-named.ts';
import { sourceOf } from './load-day.ts';
import { homesFor } from './unit-choice.ts';

/** What a day must know of a flow to be planned. */
export type PlannableFlow = Pick<CareFlow, 'id' | 'units' | 'patient'>;

/** Refuses a day whose mix names a flow that is not there, or that lacks a kind of unit which one of its flows needs. */
export function checkDayAgainstFlows(day: CareDay, flows: readonly PlannableFlow[]): void {
  for (const [index, { flow: name }] of day.mix.entries()) {
    const named = flowsNamed(name, flows);
    const problem = named.length === 0 ? unknownFlow(name, flows) : missingUnit(day, named);
    if (problem !== undefined) {
      throw new InputError(problem, sourceOf(day)?.positionOf(['mix', index, 'flow']));
    }
  }
}

function unknownFlow(name: string, flows: readonly PlannableFlow[]): string {
  const ids = flows.map(({ id }) => id);
  const known = name.includes('#') ? ids : [...new Set(ids.map(featureOf))];
  const near = didYouMean(name, known) || '.';
  return `Flödet "${name}" finns inte${near} I features finns ${known.join(', ')}.`;
}

function missingUnit(day: CareDay, flows: readonly PlannableFlow[]): string | undefined {
  for (const { id, units } of flows) {
    const missing = units.find((kind) => day.units.every((unit) => unit.kind !== kind));
    if (missing !== undefined) {
      return `Flödet "${id}" behöver ${UNIT_KINDS[missing].sv}, men dagen har ingen enhet av slaget ${missing}; lägg till en under units.`;
    }
    if (homesFor(units, day.units)?.length === 0) {
      return `Flödet "${id}" behöver både vårdcentral och kommun för samma patient, men ingen kommunkod har båda; lägg till en enhet under units.`;
    }
  }
  return undefined;
}
