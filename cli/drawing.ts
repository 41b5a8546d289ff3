import type { CareFlow, DrawnStep, Draws } from '../domain/care-flow.ts';
import { drawValues } from '../flows/draws/drawing.ts';
import { type Asked, drawPeople } from '../generators/draw/draw-people.ts';
import { drawAlike } from '../generators/people/alike.ts';
import type { DrawPatient } from '../generators/people/draw-patient.ts';
import type { Channel } from '../systems/care-system.ts';
import { careAreas } from './care-areas.ts';

/** How a run's people and values are chosen. */
export interface Chooser {
  readonly patient: DrawPatient;
  /** Values that are drawn for one patient's flow; none where they are as written. */
  values(flow: CareFlow, key: string, channel: Channel): readonly DrawnStep[];
}

/**
 * How people and values are chosen by a seed: as they are written, or so that limits are met, with people who are alike. Pages
 * cannot show everything that a system keeps (lines in a field of one line, how often a drug is taken), so that what goes through
 * them is as written.
 */
export async function chooser(
  draws: Draws,
  { seed, asked }: { readonly seed: number; readonly asked: readonly Asked[] },
): Promise<Chooser> {
  const patient = await drawPeople(seed, asked);
  if (draws === 'written') return { patient, values: () => [] };
  const areas = await (await careAreas()).draws();
  return {
    patient: drawAlike(seed, patient),
    values: (flow, key, channel) => (channel === 'ui' ? [] : drawValues(flow, { seed, key }, areas)),
  };
}
