import { randomStream } from '../../../domain/random.ts';
import { poissonArrivals } from '../arrivals.ts';
import { Resource, type ResourceOptions } from '../resource.ts';
import { serve } from '../serve.ts';
import { followShifts } from '../shifts.ts';
import { Simulation } from '../simulation.ts';
import { interval } from '../statistics/interval.ts';
import type { Trace } from '../trace.ts';

/** The parts of the kernel that the checks are run on, so that a wrong one can be put in the place of each. */
export interface Engine {
  readonly simulation: (trace?: Trace) => Simulation;
  readonly resource: (simulation: Simulation, name: string, options: ResourceOptions) => Resource;
  readonly stream: typeof randomStream;
  readonly poissonArrivals: typeof poissonArrivals;
  readonly serve: typeof serve;
  readonly followShifts: typeof followShifts;
  readonly interval: typeof interval;
}

/** The kernel as it is. */
export const kernel: Engine = {
  simulation: (trace) => new Simulation({ trace }),
  resource: (simulation, name, options) => new Resource(simulation, name, options),
  stream: randomStream,
  poissonArrivals,
  serve,
  followShifts,
  interval,
};
