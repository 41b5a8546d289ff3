import { startArrivals, steppedRate } from '../../arrivals.ts';
import { hold, release, seize } from '../../effects.ts';
import type { Body } from '../../process.ts';
import type { Distribution } from '../../random/distribution.ts';
import type { Resource } from '../../resource.ts';
import { byPeriod } from '../../statistics/periodic-level.ts';
import type { Model } from '../../statistics/replications.ts';
import type { Engine } from '../engine.ts';
import { ticksOf, UNIT } from './units.ts';

export interface InfiniteServers {
  /** Arrivals in each unit of a cycle. */
  readonly rates: readonly number[];
  readonly service: Distribution;
  readonly cycles: number;
}

/** M_t/G/∞; measures the mean busy servers in each unit of the cycle, as 'hour 0', 'hour 1', …; the first cycle warms up. */
export const infiniteServers =
  (engine: Engine, { rates, service, cycles }: InfiniteServers): Model<string> =>
  (seed) => {
    const simulation = engine.simulation();
    const servers = engine.resource(simulation, 'servers', {
      capacity: Number.POSITIVE_INFINITY,
      level: byPeriod(UNIT),
    });
    const draw = ticksOf(service, engine.stream(seed, 'service', 'servers').next);
    const source = engine.stream(seed, 'arrival', 'servers').next;
    const rate = steppedRate(
      rates.map((perUnit) => perUnit / UNIT),
      UNIT,
    );
    startArrivals(simulation, 'customer', engine.poissonArrivals(rate, source), () =>
      customer(servers, draw()),
    );
    simulation.run(rates.length * cycles * UNIT);
    const means = servers.statistics.busy.means(simulation.now);
    return Object.fromEntries(
      rates.map((_, hour) => {
        const sameHour = means.filter((__, index) => index >= rates.length && index % rates.length === hour);
        return [`hour ${hour}`, sameHour.reduce((sum, mean) => sum + mean, 0) / sameHour.length];
      }),
    );
  };

function* customer(servers: Resource, service: number): Body {
  yield seize(servers);
  yield hold(service);
  yield release(servers);
}
