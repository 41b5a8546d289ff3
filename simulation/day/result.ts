import type { Bilingual } from '../../pages/bilingual.ts';
import type { Interval } from '../kernel/index.ts';
import { Sample } from '../kernel/index.ts';
import type { Group, Measure, Unit } from './measures/measure.ts';
import type { DayModel } from './model/day-model.ts';
import type { PreparedSimulation } from './prepare.ts';
import { type Difference, differences, type Simulated, type SimulateOptions } from './simulate.ts';
import { playInThreads } from './threads/play-in-threads.ts';

/** What a simulation says, as plain JSON. */
export interface SimulationResult {
  readonly day: string;
  readonly title: string;
  /** 'HH:MM' of the census. */
  readonly startsAt: string;
  readonly seed: number;
  readonly replications: number;
  readonly estimates: readonly Estimate[];
  readonly bands: readonly Band[];
  readonly questions: readonly Answer[];
}

export interface Estimate extends Bilingual {
  readonly id: string;
  readonly group: Group;
  readonly unit: Unit;
  readonly mean: number;
  /** Of the 95 % confidence interval. */
  readonly halfWidth: number;
}

/** A level hour by hour since the census: its mean, and between what it lies in nine replications of ten. */
export interface Band extends Bilingual {
  readonly key: string;
  readonly group: Group;
  readonly hours: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
}

export interface Answer extends Bilingual {
  readonly name: string;
  readonly variants: readonly VariantAnswer[];
}

export interface VariantAnswer extends Bilingual {
  readonly differences: readonly ToldDifference[];
}

export interface ToldDifference extends Omit<Estimate, 'mean' | 'halfWidth'> {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Of an interval that holds for all differences of the variant at once. */
  readonly halfWidth: number;
  readonly isReal: boolean;
  readonly is: 'better' | 'worse' | 'other';
}

/** Has models played, each on the same draws; gives them back in their order. */
export type Play = (models: readonly DayModel[], options: SimulateOptions) => Promise<Simulated[]>;

/** Plays the day and every variant of every question. */
export async function simulationResult(
  prepared: PreparedSimulation,
  options: SimulateOptions,
  play: Play = playInThreads,
): Promise<SimulationResult> {
  const { model, questions } = prepared;
  const variants = questions.flatMap((question) => question.variants.map((variant) => variant.model));
  const [base, ...changed] = await play([model, ...variants], options);
  if (base === undefined) throw new Error('The day was not played.');
  return resultOf(prepared, options, base, changed);
}

function resultOf(
  { simulated, questions }: PreparedSimulation,
  options: SimulateOptions,
  base: Simulated,
  changed: readonly Simulated[],
): SimulationResult {
  const { day, data } = simulated;
  const next = changed.values();
  return {
    day: day.name,
    title: day.title,
    startsAt: data.startsAt,
    seed: options.seed,
    replications: options.replications,
    estimates: base.measures.flatMap((measure) =>
      measure.series === undefined ? [estimate(measure, base.estimates[measure.id])] : [],
    ),
    bands: bandsOf(base),
    questions: questions.map(({ whatIf: { name, sv, en }, variants }) => ({
      name,
      sv,
      en,
      variants: variants.map(({ variant }) => ({
        sv: variant.sv,
        en: variant.en,
        differences: differences(base, next.next().value ?? base).map(told),
      })),
    })),
  };
}

const estimate = ({ id, group, unit, sv, en }: Measure, interval: Interval | undefined): Estimate => ({
  id,
  group,
  unit,
  sv,
  en,
  mean: interval === undefined ? Number.NaN : meanOf(interval),
  halfWidth: interval?.halfWidth ?? Number.NaN,
});

/** Of nothing there is no mean, and 0 would keep within every limit. */
const meanOf = ({ count, mean }: Interval): number => (count === 0 ? Number.NaN : mean);

function told({ measure, before, after, difference, isReal }: Difference): ToldDifference {
  const { id, group, unit, sv, en, better } = measure;
  const isMore = difference.mean > 0;
  const is = better === undefined || !isReal ? 'other' : (better === 'more') === isMore ? 'better' : 'worse';
  return {
    id,
    group,
    unit,
    sv,
    en,
    before: meanOf(before),
    after: meanOf(after),
    difference: difference.mean,
    halfWidth: difference.halfWidth,
    isReal,
    is,
  };
}

function bandsOf({ measures, replications }: Simulated): Band[] {
  const series = Map.groupBy(
    measures.filter((measure) => measure.series !== undefined),
    (measure) => measure.series?.key ?? '',
  );
  return [...series].map(([key, hours]) => ({
    key,
    group: hours[0]?.group ?? 'queues',
    sv: hours[0]?.sv ?? key,
    en: hours[0]?.en ?? key,
    hours: hours.map(({ id }) => {
      const sample = new Sample();
      for (const measured of replications) sample.add(measured[id] ?? Number.NaN);
      return { mean: sample.mean, low: sample.quantile(0.05), high: sample.quantile(0.95) };
    }),
  }));
}
