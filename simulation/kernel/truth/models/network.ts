import { constantRate, startArrivals } from '../../arrivals.ts';
import { hold, release, seize } from '../../effects.ts';
import type { Body } from '../../process.ts';
import type { Model } from '../../statistics/replications.ts';
import type { Engine } from '../engine.ts';
import { ticksOf, UNIT } from './units.ts';

export interface NetworkStation {
  readonly name: string;
  readonly servers: number;
  /** Mean of the exponential service. */
  readonly service: number;
  /** Arrivals from outside. */
  readonly arrivals: number;
  /** Where to next, with probabilities in the order of the stations; else out. */
  readonly next: readonly number[];
}

/** A Jackson network; measures the mean number at each station, by its name. */
export const network =
  (engine: Engine, stations: readonly NetworkStation[], warmUp: number, length: number): Model<string> =>
  (seed) => {
    const simulation = engine.simulation();
    const places = stations.map((station) => ({
      server: engine.resource(simulation, station.name, { capacity: station.servers }),
      service: ticksOf(
        { kind: 'exponential', mean: station.service },
        engine.stream(seed, 'service', station.name).next,
      ),
      route: engine.stream(seed, 'route', station.name),
      exits: [...station.next.entries(), [-1, 1 - station.next.reduce((sum, p) => sum + p, 0)] as const],
    }));
    function* customer(entry: number): Body {
      for (let place = places[entry]; place !== undefined; place = places[place.route.pick(place.exits)]) {
        yield seize(place.server);
        yield hold(place.service());
        yield release(place.server);
      }
    }
    for (const [index, { name, arrivals }] of stations.entries()) {
      const source = engine.stream(seed, 'arrival', name).next;
      const ticks = engine.poissonArrivals(constantRate(arrivals / UNIT), source);
      startArrivals(simulation, `customer from ${name}`, ticks, () => customer(index));
    }
    simulation.run(warmUp * UNIT);
    for (const { server } of places) server.statistics.reset(simulation.now);
    simulation.run((warmUp + length) * UNIT);
    return Object.fromEntries(
      places.map(({ server: { name, statistics } }) => [
        name,
        statistics.queue.mean(simulation.now) + statistics.busy.mean(simulation.now),
      ]),
    );
  };
