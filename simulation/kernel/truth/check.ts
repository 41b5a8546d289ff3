import { covers, interval } from '../statistics/interval.ts';
import { type Model, replicate } from '../statistics/replications.ts';
import type { Engine } from './engine.ts';

/** Something known to be true of a right engine. */
export interface TruthCheck {
  readonly name: string;
  /** How many estimates are compared; what is exact compares none. */
  readonly estimates: number;
  /** What an engine gets wrong, in words; empty for a right one. */
  disagreements(engine: Engine): string[];
}

/** A right engine may fail one run of all checks in so many. */
const ONE_RUN_IN = 10_000;

/** No fewer than the estimates of all checks together (`truth.test.ts` counts them). */
export const ALL_ESTIMATES = 60;

/** So wide is the interval of one estimate that all together hold but one run in 10,000 (Bonferroni). */
const CONFIDENCE = 1 - 1 / (ONE_RUN_IN * ALL_ESTIMATES);

export interface Estimation<Name extends string> {
  readonly name: string;
  readonly model: (engine: Engine) => Model<string>;
  /** The exact values. */
  readonly expected: Readonly<Record<Name, number>>;
  readonly replications?: number;
  readonly seed?: number;
}

/** Checks that the confidence intervals over replications hold the exact values. */
export function estimation<Name extends string>(what: Estimation<Name>): TruthCheck {
  const names = Object.keys(what.expected) as Name[];
  return {
    name: what.name,
    estimates: names.length,
    disagreements: (engine) => {
      const measured = replicate(what.model(engine), what.replications ?? 30, what.seed ?? 1);
      return names.flatMap((name) => {
        const values = measured.map((measures) => measures[name] ?? Number.NaN);
        const estimate = interval(values, CONFIDENCE);
        const exact = what.expected[name];
        if (covers(estimate, exact)) return [];
        return [`${name} is ${exact}, not ${estimate.mean} ± ${estimate.halfWidth}`];
      });
    },
  };
}

/** Checks that something is exactly so: what is seen, line by line, is what must be seen. */
export const exactly = (
  name: string,
  seen: (engine: Engine) => readonly string[],
  expected: readonly string[],
): TruthCheck => ({
  name,
  estimates: 0,
  disagreements: (engine) => differences(seen(engine), expected),
});

function differences(seen: readonly string[], expected: readonly string[]): string[] {
  const length = Math.max(seen.length, expected.length);
  return Array.from({ length }, (_, index) => [seen[index], expected[index]] as const)
    .filter(([is, should]) => is !== should)
    .map(([is, should]) => `'${should}' is expected, not '${is}'`);
}
