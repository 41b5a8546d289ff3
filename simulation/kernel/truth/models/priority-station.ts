import { constantRate, startArrivals } from '../../arrivals.ts';
import type { Body } from '../../process.ts';
import type { Distribution } from '../../random/distribution.ts';
import type { Measures, Model } from '../../statistics/replications.ts';
import { Tally } from '../../statistics/tally.ts';
import type { Engine } from '../engine.ts';
import { ticksOf, UNIT } from './units.ts';

export interface PriorityStation {
  /** The most urgent first. */
  readonly classes: readonly { readonly arrivals: number; readonly service: Distribution }[];
  readonly preempts: boolean;
  readonly warmUp: number;
  readonly length: number;
}

/** One server, classes by priority; measures the mean time in the system by class, as 'sojourn 0', 'sojourn 1', … */
export const priorityStation =
  (engine: Engine, spec: PriorityStation): Model<string> =>
  (seed) => {
    const simulation = engine.simulation();
    const server = engine.resource(simulation, 'server', { capacity: 1 });
    const sojourns = spec.classes.map(() => new Tally());
    function* customer(work: number, priority: number): Body {
      const came = simulation.now;
      yield* engine.serve(server, work, { priority, preempts: spec.preempts });
      if (came >= spec.warmUp * UNIT) sojourns[priority]?.add(simulation.now - came);
    }
    for (const [priority, { arrivals, service }] of spec.classes.entries()) {
      const draw = ticksOf(service, engine.stream(seed, 'service', 'class', priority).next);
      const source = engine.stream(seed, 'arrival', 'class', priority).next;
      startArrivals(
        simulation,
        `customer of class ${priority}`,
        engine.poissonArrivals(constantRate(arrivals / UNIT), source),
        () => customer(draw(), priority),
      );
    }
    simulation.run((spec.warmUp + spec.length) * UNIT);
    const entries = sojourns.map(({ mean }, priority) => [`sojourn ${priority}`, mean / UNIT] as const);
    return Object.fromEntries(entries) satisfies Measures<string>;
  };
