import type { CareUnit } from '../domain/care-day.ts';
import { InputError } from '../domain/input-error.ts';
import { ownNamesOf } from './find-scenario.ts';
import { loadDay } from './load-day.ts';

/** What Genrep brings, and what a rehearsal in a folder of its own has until it has written its own. */
const STAGE = '1-sodra';
const DAY = 'sas-vardag';

/**
 * The stage that counts where none is told: the rehearsal's own.
 * @throws InputError where it has several
 */
export function stageAtHand(own: readonly string[] = ownNamesOf('stages')): string {
  if (own.length > 1)
    throw new InputError(
      `I mappen finns flera etapper: ${own.join(', ')}. Välj den vars krav gäller med --stage.`,
    );
  return own[0] ?? STAGE;
}

/** The units where flows of no day take place: those of the rehearsal's own days, and Genrep's where they have none. */
export const unitsAtHand = (own: readonly string[] = ownNamesOf('days')): readonly CareUnit[] =>
  [...new Set([...own, DAY])].flatMap((day) => loadDay(day).units);
