import { arrivalTimes } from '../../../scenarios/arrivals.ts';
import { poissonArrivals, type Rate, type Tick } from '../../kernel/index.ts';
import type { DayModel, Stream } from '../model/day-model.ts';
import { DAY, HOUR, MINUTE } from '../model/time.ts';
import type { Draws } from './draws.ts';

const TICKS_A_MILLISECOND = 1 / 1_000;

/** When the instances of a stream come, in ticks since the census and in order. */
export function arrivalsOf(stream: Stream, model: DayModel, draws: Draws, seed: number): Iterable<Tick> {
  return stream.pattern === 'planned' ? planned(stream, model, seed) : random(stream, model, draws);
}

/** Exactly so many, along the curve by quota: as a day plan has them. */
function planned({ key, count, hours }: Stream, { startsAt }: DayModel, seed: number): Tick[] {
  return arrivalTimes(seed, key, Math.round(count), hours)
    .map((at) => (Math.floor(at * TICKS_A_MILLISECOND) - startsAt * MINUTE + DAY) % DAY)
    .sort((a, b) => a - b);
}

/** A Poisson process that follows the curve. */
const random = (stream: Stream, { startsAt }: DayModel, draws: Draws): Iterable<Tick> =>
  poissonArrivals(rateOf(stream, startsAt), draws.source(`arrivals ${stream.key}`));

/** Arrivals a tick, by the hour of the clock. */
function rateOf({ count, hours }: Stream, startsAt: number): Rate {
  const total = hours.reduce((sum, weight) => sum + weight, 0);
  const perTick = hours.map((weight) => (count * weight) / total / HOUR);
  return {
    at: (tick) => perTick[Math.floor((tick + startsAt * MINUTE) / HOUR) % perTick.length] ?? 0,
    highest: Math.max(...perTick),
  };
}
