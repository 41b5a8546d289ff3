import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import type { GrowthTask } from './activities.ts';

/** What was measured, in cm. */
export const measuredIn = (context: StepContext, { ref }: Ref): number =>
  (boundOf(context, ref).task as GrowthTask).centimetres;

/** The day on which somebody was so many years old, and a month: no birthday is missed in a year without 29 February. */
export function dayAtAge({ birthDate }: Patient, years: number): string {
  const [year = '', month = ''] = birthDate.split('-');
  const after = Number(month) === 12 ? [1, 1] : [0, Number(month) + 1];
  return [Number(year) + years + (after[0] ?? 0), String(after[1]).padStart(2, '0'), '01'].join('-');
}
