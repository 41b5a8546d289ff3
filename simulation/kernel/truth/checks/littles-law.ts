import type { Tick } from '../../event-queue.ts';
import type { Resource } from '../../resource.ts';
import type { Simulation } from '../../simulation.ts';
import type { Model } from '../../statistics/replications.ts';
import { Trace, type TraceEvent } from '../../trace.ts';
import type { TruthCheck } from '../check.ts';
import type { Engine } from '../engine.ts';

/**
 * Little's law as it holds on every path: the number there, added up over time, is the time spent there, added up over
 * customers. The one side is what the resource's levels say, the other what the trace says of each customer.
 */
export const littlesLaw = (modelName: string, model: (engine: Engine) => Model<string>): TruthCheck => ({
  name: `Little's law holds in ${modelName}`,
  estimates: 0,
  disagreements: (engine) => {
    const observed = observe(engine);
    model(observed.engine)(1);
    return observed.resources.flatMap((resource) => {
      const now = observed.now();
      const { queue, busy } = resource.statistics;
      const overTime = queue.integral(now) + busy.integral(now);
      const overCustomers = timeSpentAt(resource.name, observed.trace, now);
      if (overTime === overCustomers && overTime > 0) return [];
      return [`${resource.name}: ${overTime} ticks by its levels, ${overCustomers} by its customers`];
    });
  },
});

interface Observed {
  readonly engine: Engine;
  readonly trace: Iterable<TraceEvent>;
  readonly resources: readonly Resource[];
  readonly now: () => Tick;
}

/** The engine, seen from outside. */
function observe(engine: Engine): Observed {
  const trace = new Trace();
  const resources: Resource[] = [];
  const simulations: Simulation[] = [];
  const seen: Engine = {
    ...engine,
    simulation: () => {
      const simulation = engine.simulation(trace);
      simulations.push(simulation);
      return simulation;
    },
    resource: (...args) => {
      const resource = engine.resource(...args);
      resources.push(resource);
      return resource;
    },
  };
  return { engine: seen, trace, resources, now: () => simulations[0]?.now ?? 0 };
}

function timeSpentAt(resource: string, trace: Iterable<TraceEvent>, now: Tick): Tick {
  const comings = new Map<number, Tick>();
  let spent = 0;
  for (const { tick, kind, number, subject } of trace) {
    if (subject !== resource) continue;
    const came = comings.get(number);
    if ((kind === 'queue' || kind === 'grant') && came === undefined) comings.set(number, tick);
    if ((kind === 'release' || kind === 'renege' || kind === 'preempt') && came !== undefined) {
      spent += tick - came;
      comings.delete(number);
    }
  }
  for (const came of comings.values()) spent += now - came;
  return spent;
}
