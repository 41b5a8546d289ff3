import { type Distribution, inTicks, type Sampler, type Source, sampler } from '../../random/distribution.ts';

/** Ticks in a model's unit of time: so many that rounding to whole ticks cannot be seen. */
export const UNIT = 1_000_000;

/** Draws in ticks from a distribution in units. */
export function ticksOf(distribution: Distribution, source: Source): Sampler {
  const draw = sampler(distribution, source);
  return inTicks(() => draw() * UNIT);
}
