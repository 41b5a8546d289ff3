import {
  type Interval,
  interval,
  type Measures,
  replicate,
  summarise,
  summariseDifferences,
} from '../kernel/index.ts';
import { measuresOf } from './measures/all.ts';
import type { Measure } from './measures/measure.ts';
import type { DayModel } from './model/day-model.ts';
import { playDay } from './play/play-day.ts';

/** What every replication of a model measured. */
export interface Simulated {
  readonly model: DayModel;
  readonly measures: readonly Measure[];
  readonly replications: readonly Measures<string>[];
  /** 95 % confidence intervals for the mean day. */
  readonly estimates: Readonly<Record<string, Interval>>;
}

export interface SimulateOptions {
  readonly replications: number;
  readonly seed: number;
  /** Told after each replication. */
  readonly progress?: (done: number) => void;
}

/** Plays a day so many times, each with draws of its own. */
export function simulate(model: DayModel, { replications, seed, progress }: SimulateOptions): Simulated {
  const measures = measuresOf(model);
  let done = 0;
  return simulatedFrom(
    model,
    replicate(
      (replicationSeed) => {
        const measured = measureDay(model, measures, replicationSeed);
        progress?.(++done);
        return measured;
      },
      replications,
      seed,
    ),
  );
}

/** What one day of the model measures. */
export function measureDay(
  model: DayModel,
  measures: readonly Measure[],
  replicationSeed: number,
): Measures<string> {
  const hospital = playDay(model, replicationSeed);
  return Object.fromEntries(measures.map(({ id, read }) => [id, read(hospital)]));
}

/** Sums up replications that were played elsewhere. */
export const simulatedFrom = (model: DayModel, replications: readonly Measures<string>[]): Simulated => ({
  model,
  measures: measuresOf(model),
  replications,
  estimates: summarise(replications),
});

/** How a measure differs in a variant from the day as it is. */
export interface Difference {
  readonly measure: Measure;
  readonly before: Interval;
  readonly after: Interval;
  /** Replication by replication, on common random numbers. */
  readonly difference: Interval;
  /** Whether it is more than luck, all measures of the comparison taken together. */
  readonly isReal: boolean;
}

/** One comparison in twenty may call some difference real that is none. */
const FAMILY_ERROR = 0.05;

/** Sets a variant beside the day, measure by measure; the hours of the pictures are not compared. */
export function differences(base: Simulated, variant: Simulated): Difference[] {
  const ids = new Set(base.measures.map(({ id }) => id));
  const compared = variant.measures.filter(({ id, series }) => series === undefined && ids.has(id));
  const confidence = 1 - FAMILY_ERROR / compared.length;
  const bounds = summariseDifferences(pick(base, compared), pick(variant, compared), confidence);
  return compared.map((measure) => {
    const difference = bounds[measure.id] ?? interval([]);
    return {
      measure,
      before: base.estimates[measure.id] ?? interval([]),
      after: variant.estimates[measure.id] ?? interval([]),
      difference,
      isReal: difference.count > 1 && Math.abs(difference.mean) > difference.halfWidth,
    };
  });
}

const pick = ({ replications }: Simulated, measures: readonly Measure[]): Measures<string>[] =>
  replications.map((measured) =>
    Object.fromEntries(measures.map(({ id }) => [id, measured[id] ?? Number.NaN])),
  );
