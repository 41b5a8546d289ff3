import { constantRate, startArrivals } from '../../arrivals.ts';
import { hold, release, type SeizeOptions, seize } from '../../effects.ts';
import type { Body } from '../../process.ts';
import type { Distribution } from '../../random/distribution.ts';
import type { Resource } from '../../resource.ts';
import type { Model } from '../../statistics/replications.ts';
import type { Engine } from '../engine.ts';
import { ticksOf, UNIT } from './units.ts';

/** One queue before some servers; rates and times in units. */
export interface Station {
  readonly arrivals: number;
  readonly service: Distribution;
  readonly servers: number;
  readonly room?: number;
  readonly patience?: Distribution;
  readonly warmUp: number;
  readonly length: number;
}

export type StationMeasure = 'wait' | 'waitSquared' | 'queue' | 'busy' | 'refused' | 'reneged';

/** Poisson arrivals, service by drawn times: M/G/c, with room and patience where there are such. */
export const station =
  (engine: Engine, spec: Station): Model<StationMeasure> =>
  (seed) => {
    const simulation = engine.simulation();
    const { room } = spec;
    const server = engine.resource(simulation, 'server', {
      capacity: spec.servers,
      ...(room === undefined ? {} : { room }),
    });
    const source = (purpose: string) => engine.stream(seed, purpose, 'station').next;
    const service = ticksOf(spec.service, source('service'));
    const patience = spec.patience === undefined ? undefined : ticksOf(spec.patience, source('patience'));
    const arrivals = engine.poissonArrivals(constantRate(spec.arrivals / UNIT), source('arrival'));
    startArrivals(simulation, 'customer', arrivals, () =>
      customer(server, service(), patience === undefined ? {} : { patience: patience() }),
    );
    simulation.run(spec.warmUp * UNIT);
    server.statistics.reset(simulation.now);
    simulation.run((spec.warmUp + spec.length) * UNIT);
    return measuresOf(server, simulation.now);
  };

function* customer(server: Resource, service: number, options: SeizeOptions): Body {
  const { kind } = yield seize(server, options);
  if (kind !== 'done') return;
  yield hold(service);
  yield release(server);
}

function measuresOf({ statistics }: Resource, now: number): Record<StationMeasure, number> {
  const { waits, refused, reneged } = statistics;
  const all = waits.count + refused + reneged;
  return {
    wait: waits.mean / UNIT,
    waitSquared: waits.secondMoment / UNIT ** 2,
    queue: statistics.queue.mean(now),
    busy: statistics.busy.mean(now),
    refused: refused / all,
    reneged: reneged / all,
  };
}
