import { randomStream } from '../../../domain/random.ts';
import { type Interval, interval } from './interval.ts';

/** What one replication measured, by name. */
export type Measures<Name extends string> = Readonly<Record<Name, number>>;

/** A model to replicate: a pure function of its seed. */
export type Model<Name extends string> = (seed: number) => Measures<Name>;

/** The seed of one replication; no two replications of a run share draws. */
export const replicationSeed = (seed: number, replication: number): number =>
  randomStream(seed, 'replication', 'seed', replication).below(2 ** 32);

/** Plays a model so many times, each with draws of its own. */
export const replicate = <Name extends string>(
  model: Model<Name>,
  replications: number,
  seed: number,
): Measures<Name>[] =>
  Array.from({ length: replications }, (_, index) => model(replicationSeed(seed, index)));

/**
 * Each measure with its confidence interval over the replications that had something to measure: NaN is left out, and
 * the interval's count says how many were not.
 */
export function summarise<Name extends string>(
  measured: readonly Measures<Name>[],
  confidence = 0.95,
): Record<Name, Interval> {
  const names = Object.keys(measured[0] ?? {}) as Name[];
  const entries = names.map((name) => [name, interval(valuesOf(measured, name), confidence)] as const);
  return Object.fromEntries(entries) as Record<Name, Interval>;
}

/**
 * How a variant differs from the base, replication by replication on common random numbers: both are played with the
 * same seeds, so that what differs is the variant and not the luck. An interval that does not hold 0 is a real difference.
 */
export function compare<Name extends string>(
  base: Model<Name>,
  variant: Model<Name>,
  replications: number,
  seed: number,
  confidence = 0.95,
): Record<Name, Interval> {
  return summariseDifferences(
    replicate(base, replications, seed),
    replicate(variant, replications, seed),
    confidence,
  );
}

/** As {@link compare}, of what was already played with the same seeds. */
export const summariseDifferences = <Name extends string>(
  before: readonly Measures<Name>[],
  after: readonly Measures<Name>[],
  confidence = 0.95,
): Record<Name, Interval> =>
  summarise(
    after.map((measures, index) => differences(measures, before[index] ?? measures)),
    confidence,
  );

const valuesOf = <Name extends string>(measured: readonly Measures<Name>[], name: Name): number[] =>
  measured.map((measures) => measures[name]).filter((value) => !Number.isNaN(value));

function differences<Name extends string>(after: Measures<Name>, before: Measures<Name>): Measures<Name> {
  const names = Object.keys(after) as Name[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as Record<Name, number>;
}
