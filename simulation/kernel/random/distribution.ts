import { randomExponential, randomGamma, randomLogNormal } from 'd3-random';

/** Uniform in [0, 1). */
export type Source = () => number;

/** One draw. */
export type Sampler = () => number;

/** How long something takes or how much there is of it, as data; every number is in the unit of the result. */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** The sum of so many exponential phases. */
  | { readonly kind: 'erlang'; readonly mean: number; readonly phases: number }
  /** `variation` is the coefficient of variation: deviation by mean. */
  | { readonly kind: 'gamma'; readonly mean: number; readonly variation: number }
  | { readonly kind: 'log-normal'; readonly mean: number; readonly variation: number }
  /** One of the observed values, each as likely. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/**
 * Draws from a distribution with the source alone. A sampler may keep half of a pair of normal draws for its next (Marsaglia
 * and Bray 1964), so what must not depend on earlier draws takes a sampler of its own.
 */
export function sampler(distribution: Distribution, source: Source): Sampler {
  switch (distribution.kind) {
    case 'constant':
      return () => distribution.value;
    case 'uniform':
      return () => distribution.min + (distribution.max - distribution.min) * source();
    case 'triangular':
      return () => triangular(distribution, source());
    case 'exponential':
      return randomExponential.source(source)(1 / distribution.mean);
    case 'erlang':
      return gamma(distribution.mean, distribution.phases, source);
    case 'gamma':
      return gamma(distribution.mean, 1 / distribution.variation ** 2, source);
    case 'log-normal': {
      const variance = Math.log1p(distribution.variation ** 2);
      return randomLogNormal.source(source)(Math.log(distribution.mean) - variance / 2, Math.sqrt(variance));
    }
    case 'empirical':
      return () => distribution.values[Math.floor(source() * distribution.values.length)] ?? Number.NaN;
  }
}

/** One draw by itself, for what is drawn once: nothing is kept of it. */
export function drawOnce(distribution: Distribution, source: Source): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'triangular':
      return triangular(distribution, source());
    default:
      return sampler(distribution, source)();
  }
}

/** A draw as whole ticks, never below zero. */
export const inTicks =
  (draw: Sampler): Sampler =>
  () =>
    Math.max(0, Math.round(draw()));

const gamma = (mean: number, shape: number, source: Source): Sampler =>
  randomGamma.source(source)(shape, mean / shape);

/** The inverse of its distribution function. */
function triangular({ min, mode, max }: { min: number; mode: number; max: number }, uniform: number): number {
  const width = max - min;
  return uniform * width < mode - min
    ? min + Math.sqrt(uniform * width * (mode - min))
    : max - Math.sqrt((1 - uniform) * width * (max - mode));
}
