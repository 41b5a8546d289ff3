/** How long something took, or that it took longer than somebody could see. */
export interface TimeSeen {
  readonly time: number;
  /** Whether it came to its end; otherwise it is known only to last longer. */
  readonly isEnded: boolean;
}

/** When half have come to their end. Null where that lies beyond what was seen. */
export interface MedianTime {
  readonly n: number;
  /** How many were only known to last longer. */
  readonly censored: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964;
const HALF = 0.5;
/** A curve that stands on a half but for rounding. */
const NEARLY = 1e-9;

interface Step {
  readonly time: number;
  readonly left: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The median of times of which some are only known to be longer: Kaplan and Meier (1958), Nonparametric estimation from
 * incomplete observations, JASA 53. Its 95 % interval holds the times at which an interval of the curve, by Greenwood's
 * variance on the logarithmic scale, holds a half: Brookmeyer and Crowley (1982), A confidence interval for the median
 * survival time, Biometrics 38.
 */
export function medianTimeOf(times: readonly TimeSeen[]): MedianTime {
  const n = times.length;
  const censored = times.filter(({ isEnded }) => !isEnded).length;
  const steps = curveOf(times);
  return {
    ...{ n, censored, median: halfOf(steps) },
    low: steps.find(({ least }) => least <= HALF + NEARLY)?.time ?? null,
    high: steps.find(({ most }) => most <= HALF + NEARLY)?.time ?? null,
  };
}

/** Between two steps a curve that stands on exactly a half says that the median is anywhere between them. */
function halfOf(steps: readonly Step[]): number | null {
  const at = steps.findIndex(({ left }) => left <= HALF + NEARLY);
  const [here, next] = [steps[at], steps[at + 1]];
  if (here === undefined) return null;
  return Math.abs(here.left - HALF) <= NEARLY && next !== undefined ? (here.time + next.time) / 2 : here.time;
}

/** The share that is left after each time at which something ended, and between what it lies. */
function curveOf(times: readonly TimeSeen[]): readonly Step[] {
  const ends = [...new Set(times.flatMap(({ time, isEnded }) => (isEnded ? [time] : [])))].sort(
    (a, b) => a - b,
  );
  let left = 1;
  let variance = 0;
  return ends.map((end) => {
    const atRisk = times.filter(({ time }) => time >= end).length;
    const ended = times.filter(({ time, isEnded }) => isEnded && time === end).length;
    left *= 1 - ended / atRisk;
    variance += atRisk === ended ? Number.POSITIVE_INFINITY : ended / (atRisk * (atRisk - ended));
    const wide = Z * Math.sqrt(variance);
    // Where nobody is left the curve has no interval: it ends what is certain below and says nothing above.
    return left <= NEARLY
      ? { time: end, left, least: 0, most: Number.POSITIVE_INFINITY }
      : { time: end, left, least: left * Math.exp(-wide), most: left * Math.exp(wide) };
  });
}
