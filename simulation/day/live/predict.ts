import { replicate } from '../../kernel/index.ts';
import type { RehearsalMeasure } from '../measures/rehearsal.ts';
import { playRehearsal, type Rehearsal } from './rehearsal.ts';

/** What one more day like those that were simulated will measure, in 95 of 100 cases. */
export interface Prediction {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** How many simulated days it comes from. */
  readonly replications: number;
}

/**
 * With 79 days, a further one lies between the second lowest and the second highest with probability 76/80: 95 %, whatever
 * the distribution (order statistics of exchangeable values).
 */
const REPLICATIONS = 79;
const OUTSIDE = 2;

/** Plays a planned day on the virtual clock, again and again, and says what each measure will be. */
export function predict(
  rehearsal: Rehearsal,
  measures: readonly RehearsalMeasure[],
  seed: number,
): Map<string, Prediction> {
  const days = replicate(
    (replicationSeed) => {
      const hospital = playRehearsal(rehearsal, replicationSeed);
      return Object.fromEntries(measures.map(({ id, read }) => [id, read(hospital)]));
    },
    REPLICATIONS,
    seed,
  );
  return new Map(
    measures.flatMap(({ id }) => {
      const prediction = predictionOf(days.map((day) => day[id] ?? Number.NaN));
      return prediction === undefined ? [] : [[id, prediction]];
    }),
  );
}

/** None when some day had nothing to measure. */
export function predictionOf(values: readonly number[]): Prediction | undefined {
  if (values.some(Number.isNaN)) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted.at(OUTSIDE - 1);
  const high = sorted.at(-OUTSIDE);
  if (low === undefined || high === undefined) return undefined;
  return {
    low,
    high,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    replications: values.length,
  };
}
