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
export function* poissonArrivals(rate: Rate, source: () => number, from: Tick = 0): Generator<Tick, void> {
  if (!(rate.highest > 0)) return;
  for (let time = from; ; ) {
    time -= Math.log1p(-source()) / rate.highest;
    const tick = Math.round(time);
    if (source() * rate.highest < rate.at(tick)) yield tick;
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
  let index = 0;
  for (const tick of arrivals) {
    yield until(tick);
    simulation.start(body(index++), { name });
  }
}
