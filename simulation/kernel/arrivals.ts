import { until } from './effects.ts';
import type { Tick } from './event-queue.ts';
import type { Body } from './process.ts';
import type { Simulation } from './simulation.ts';

/** Arrivals per tick as a function of time. */
export interface Rate {
  readonly at: (tick: Tick) => number;
  /** No less than any value of the rate. */
  readonly highest: number;
}

export const constantRate = (perTick: number): Rate => ({ at: () => perTick, highest: perTick });

/** A rate that is constant over each period and starts over after the last. */
export const steppedRate = (perTick: readonly number[], period: Tick): Rate => ({
  at: (tick) => perTick[Math.floor(tick / period) % perTick.length] ?? 0,
  highest: Math.max(...perTick),
});

/**
 * The arrivals of a Poisson process whose rate varies: drawn at the highest rate and thinned (Lewis and Shedler 1979).
 *
 * @param source uniform in [0, 1); two draws a candidate.
 */
export const poissonArrivals = (rate: Rate, source: () => number, from: Tick = 0): IterableIterator<Tick> =>
  new PoissonArrivals(rate, source, from);

/** Written out, since a generator for each of millions of arrivals is felt. */
class PoissonArrivals implements IterableIterator<Tick> {
  private readonly rate: Rate;
  private readonly source: () => number;
  private time: number;

  constructor(rate: Rate, source: () => number, from: Tick) {
    this.rate = rate;
    this.source = source;
    this.time = from;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Tick> {
    const { rate, source } = this;
    if (!(rate.highest > 0)) return { done: true, value: undefined };
    for (;;) {
      this.time -= Math.log1p(-source()) / rate.highest;
      const tick = Math.round(this.time);
      if (source() * rate.highest < rate.at(tick)) return { done: false, value: tick };
    }
  }
}

/** Starts one process an arrival; they are numbered from 0. */
export const startArrivals = (
  simulation: Simulation,
  name: string,
  arrivals: Iterable<Tick>,
  body: (index: number) => Body,
): void => {
  simulation.start(comeAndStart(simulation, name, arrivals, body), { name: `arrivals of ${name}` });
};

function* comeAndStart(
  simulation: Simulation,
  name: string,
  arrivals: Iterable<Tick>,
  body: (index: number) => Body,
): Body {
  const options = { name };
  let index = 0;
  for (const tick of arrivals) {
    yield until(tick);
    simulation.start(body(index++), options);
  }
}
