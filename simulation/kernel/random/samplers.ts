/** Uniform in [0, 1). */
export type Source = () => number;

/** One draw. */
export type Sampler = () => number;

/**
 * The continuous distributions a model needs, in the shape of d3-random's generators: `randomGamma.source(source)` gives
 * a maker of samplers that draw from that source alone.
 */
export const randomExponential = {
  /** @param rate the inverse of the mean */
  source:
    (source: Source) =>
    (rate: number): Sampler =>
    () =>
      -Math.log1p(-source()) / rate,
};

/** By the polar method (Marsaglia and Bray 1964); one of each pair is thrown away, so that no draw hides another. */
const randomNormal = {
  source:
    (source: Source) =>
    (mean: number, deviation: number): Sampler =>
    () => {
      let x: number;
      let radius: number;
      do {
        x = 2 * source() - 1;
        radius = x ** 2 + (2 * source() - 1) ** 2;
      } while (radius >= 1 || radius === 0);
      return mean + deviation * x * Math.sqrt((-2 * Math.log(radius)) / radius);
    },
};

export const randomLogNormal = {
  /** @param mu,sigma mean and deviation of the logarithm */
  source: (source: Source) => {
    const normalOf = randomNormal.source(source);
    return (mu: number, sigma: number): Sampler => {
      const normal = normalOf(mu, sigma);
      return () => Math.exp(normal());
    };
  },
};

/** By squeezing a cubed normal (Marsaglia and Tsang 2000); shapes below 1 by their boost. */
export const randomGamma = {
  source: (source: Source) => {
    const normal = randomNormal.source(source)(0, 1);
    return (shape: number, scale: number): Sampler => {
      const isBoosted = shape < 1;
      const d = (isBoosted ? shape + 1 : shape) - 1 / 3;
      const c = 1 / Math.sqrt(9 * d);
      return () => {
        const boost = isBoosted ? (1 - source()) ** (1 / shape) : 1;
        for (;;) {
          const x = normal();
          const v = (1 + c * x) ** 3;
          if (v > 0 && Math.log(1 - source()) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
            return boost * d * v * scale;
          }
        }
      };
    };
  },
};
