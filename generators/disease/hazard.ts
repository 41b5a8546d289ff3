import { MINUTES_A_YEAR } from '../history/calendar.ts';
import type { ByAge, BySex } from './module.ts';

/** A rate that changes in steps with age. */
export interface Hazard {
  /** Ages in minutes at which the steps begin, and infinity last. */
  readonly from: Float64Array;
  /** Events per minute in each step. */
  readonly rate: Float64Array;
}

export interface HazardBySex {
  readonly female: Hazard;
  readonly male: Hazard;
}

/** `per1000`: events per 1,000 person-years. */
export function hazardBySex(per1000: number | BySex<ByAge>): HazardBySex {
  if (typeof per1000 === 'number') return both({ '0': per1000 });
  return isBySex(per1000) ? { female: hazard(per1000.female), male: hazard(per1000.male) } : both(per1000);
}

const both = (steps: ByAge): HazardBySex => ({ female: hazard(steps), male: hazard(steps) });

const isBySex = (value: BySex<ByAge>): value is { readonly female: ByAge; readonly male: ByAge } =>
  typeof value.female === 'object';

function hazard(steps: ByAge): Hazard {
  const ages = Object.entries(steps)
    .map(([age, rate]) => ({ from: Number(age) * MINUTES_A_YEAR, rate: rate / 1000 / MINUTES_A_YEAR }))
    .sort((a, b) => a.from - b.from);
  return {
    from: Float64Array.of(...ages.map(({ from }) => from), Number.POSITIVE_INFINITY),
    rate: Float64Array.from(ages, ({ rate }) => rate),
  };
}

/**
 * The age at which the integrated hazard from `age` on, times `factor`, reaches `target` (an exponential draw of
 * mean 1): the time of the next event of an inhomogeneous Poisson process. Infinity where it never does.
 */
export function ageAtEvent({ from, rate }: Hazard, age: number, target: number, factor: number): number {
  const steps = rate.length;
  let left = target / factor;
  let step = 0;
  while (step < steps && (from[step + 1] as number) <= age) step++;
  for (; step < steps; step++) {
    const here = rate[step] as number;
    if (here === 0) continue;
    const begin = Math.max(age, from[step] as number);
    const mass = here * ((from[step + 1] as number) - begin);
    if (mass >= left) return begin + left / here;
    left -= mass;
  }
  return Number.POSITIVE_INFINITY;
}
