import type { KeyedStream } from '../../domain/random.ts';
import { MINUTES_A_DAY, MINUTES_A_YEAR } from '../history/calendar.ts';
import type { Delay, DelayUnit, Spread } from './module.ts';

const MINUTES: Readonly<Record<DelayUnit, number>> = {
  minutes: 1,
  hours: 60,
  days: MINUTES_A_DAY,
  weeks: 7 * MINUTES_A_DAY,
  months: MINUTES_A_YEAR / 12,
  years: MINUTES_A_YEAR,
};

/** The 90th percentile of the standard normal distribution. */
export const Z90 = 1.2815515655446004;

/** A delay ready to be drawn, as plain numbers: one shape for all, so that drawing one costs no call through a closure. */
export interface CompiledDelay {
  readonly kind: 'fixed' | 'uniform' | 'log-normal';
  /** Minutes: all of a fixed delay, those of one unit of a uniform one, the median of a log-normal one. */
  readonly minutes: number;
  /** In units, of a uniform one. */
  readonly from: number;
  readonly width: number;
  /** Standard deviation of the logarithm, of a log-normal one. */
  readonly sigma: number;
}

export function delayOf(delay: Delay): CompiledDelay {
  const [entry] = Object.entries(delay) as [DelayUnit, Spread][];
  if (entry === undefined) throw new RangeError('A delay says in which unit it is.');
  const [unit, spread] = entry;
  const minutes = MINUTES[unit];
  if (typeof spread === 'number') {
    return { kind: 'fixed', minutes: Math.round(spread * minutes), from: 0, width: 0, sigma: 0 };
  }
  if ('median' in spread) {
    const sigma = Math.log(spread.p90 / spread.median) / Z90;
    return { kind: 'log-normal', minutes: minutes * spread.median, from: 0, width: 0, sigma };
  }
  const [from, to] = spread;
  return { kind: 'uniform', minutes, from, width: to - from, sigma: 0 };
}

/** Draws a delay in whole minutes; one number from the stream, however it is spread. */
export function drawDelay({ kind, minutes, from, width, sigma }: CompiledDelay, stream: KeyedStream): number {
  const draw = stream.next();
  if (kind === 'uniform') return Math.round(minutes * (from + width * draw));
  if (kind === 'fixed') return minutes;
  return Math.round(minutes * Math.exp(sigma * normalQuantile(draw)));
}

/**
 * Standard normal quantile of a uniform draw in [0, 1): P. J. Acklam's rational approximation, relative error below
 * 1.15e-9. One draw gives one value, so streams stay in step.
 */
export function normalQuantile(draw: number): number {
  const p = draw < 1e-12 ? 1e-12 : draw;
  if (p < LOW) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - LOW) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r +
      1.38357751867269e2) *
      r -
      3.066479806614716e1) *
      r +
      2.506628277459239) *
      q) /
    (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r +
      6.680131188771972e1) *
      r -
      1.328068155288572e1) *
      r +
      1)
  );
}

const LOW = 0.02425;

const tail = (q: number): number =>
  (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) *
    q +
    4.374664141464968) *
    q +
    2.938163982698783) /
  ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q +
    1);
