import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { randomStream } from '../../domain/random.ts';
import { constantRate, poissonArrivals, startArrivals } from './arrivals.ts';
import { hold, release, seize } from './effects.ts';
import { EventQueue } from './event-queue.ts';
import type { Body } from './process.ts';
import { type Sampler, sampler } from './random/distribution.ts';
import { Resource } from './resource.ts';
import { Simulation } from './simulation.ts';
import { Trace } from './trace.ts';

/** One measured figure with the limit it is held to. */
export interface KernelFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** None for a figure that is only told. */
  readonly limit?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Ticks of a mean time between two arrivals. */
const UNIT = 1_000_000;
const LOAD = 0.91;

/** Measures the kernel: customers through M/M/1, pending events, memory. Takes about a minute. */
export function benchKernel(): KernelFigure[] {
  return [
    {
      name: 'customers through M/M/1 at 0.91, with statistics',
      value: best(5, (seed) => customersPerSecond(seed, 1_000_000)),
      unit: '1/CPU-s',
      limit: { atLeast: 1_000_000 },
    },
    {
      name: 'customers through M/M/1 at 0.91, with full trace',
      value: best(5, (seed) => customersPerSecond(seed, 200_000, new Trace())),
      unit: '1/CPU-s',
      limit: { atLeast: 300_000 },
    },
    {
      name: 'events through the queue with 100,000 pending',
      value: best(5, (seed) => queueEventsPerSecond(seed, 100_000, 2_000_000)),
      unit: '1/CPU-s',
      limit: { atLeast: 1_000_000 },
    },
    {
      name: 'events of 100,000 processes, each of which waits',
      value: best(5, (seed) => processEventsPerSecond(seed, 100_000, 2_000_000)),
      unit: '1/CPU-s',
    },
    {
      name: 'memory that 200 replications leave behind',
      value: memoryLeftBehind(200, 20_000),
      unit: 'MB',
      limit: { atMost: 1 },
    },
  ];
}

function customersPerSecond(seed: number, customers: number, trace?: Trace): number {
  return perSecond(() => playQueue(seed, customers, trace).statistics.waits.count);
}

function playQueue(seed: number, customers: number, trace?: Trace): Resource {
  const simulation = new Simulation({ trace });
  const server = new Resource(simulation, 'server', { capacity: 1 });
  const service = sampler(
    { kind: 'exponential', mean: LOAD * UNIT },
    randomStream(seed, 'service', 'server').next,
  );
  const arrivals = poissonArrivals(constantRate(1 / UNIT), randomStream(seed, 'arrival', 'customer').next);
  startArrivals(simulation, 'customer', arrivals, () => customer(server, service));
  simulation.run(customers * UNIT);
  return server;
}

function* customer(server: Resource, service: Sampler): Body {
  yield seize(server);
  yield hold(Math.round(service()));
  yield release(server);
}

/** How fast events are taken and put back while there are always so many to come. */
function queueEventsPerSecond(seed: number, pending: number, events: number): number {
  const queue = new EventQueue<object>();
  const { below } = randomStream(seed, 'hold', 'sleeper');
  const sleeper = {};
  for (let index = 0; index < pending; index++) queue.push(below(UNIT), 0, sleeper);
  return perSecond(() => {
    for (let event = 0; event < events; event++) {
      const now = queue.nextTime;
      queue.pop();
      queue.push(now + 1 + below(UNIT), 0, sleeper);
    }
    return events;
  });
}

function processEventsPerSecond(seed: number, pending: number, events: number): number {
  const simulation = new Simulation();
  const { below } = randomStream(seed, 'hold', 'sleeper');
  function* sleeper(): Body {
    for (;;) yield hold(1 + below(UNIT));
  }
  for (let index = 0; index < pending; index++) simulation.start(sleeper());
  simulation.run(1);
  return perSecond(() => {
    for (let event = 0; event < events; event++) simulation.step();
    return events;
  });
}

function memoryLeftBehind(replications: number, customers: number): number {
  playQueue(0, customers);
  const before = heapInUse();
  for (let seed = 1; seed <= replications; seed++) playQueue(seed, customers);
  return (heapInUse() - before) / 2 ** 20;
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** In seconds of processor time, all threads counted, so that a neighbour on the machine does not decide the figure. */
function perSecond(work: () => number): number {
  const start = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(start);
  return (1_000_000 * done) / (user + system);
}

/** Of so many measurements: what else the machine does only slows. */
const best = (times: number, measure: (seed: number) => number): number =>
  Math.max(...Array.from({ length: times }, (_, seed) => measure(seed)));
