import type { SafetyClass } from '../../domain/care-flow.ts';
import type { ReportedDeviation } from '../deviation.ts';

export const CLASSES: readonly SafetyClass[] = [1, 2, 3];

/** How many of each class. */
export type ByClass = Readonly<Record<SafetyClass, number>>;

export function byClass(deviations: readonly ReportedDeviation[]): ByClass {
  const count = (wanted: SafetyClass): number => deviations.filter((each) => each.class === wanted).length;
  return { 1: count(1), 2: count(2), 3: count(3) };
}
