import { randomStream } from '../../../domain/random.ts';
import { poissonArrivals, startArrivals, steppedRate } from '../arrivals.ts';
import { act, handOver, hold, interrupt, release, seize, until, waitFor } from '../effects.ts';
import { type Body, Interrupted, type Process } from '../process.ts';
import { type Distribution, inTicks, sampler } from '../random/distribution.ts';
import { Resource } from '../resource.ts';
import { serve } from '../serve.ts';
import { followShifts, takeBreaks } from '../shifts.ts';
import { Signal } from '../signal.ts';
import { Simulation } from '../simulation.ts';
import { Trace } from '../trace.ts';

const HOUR = 60;
const CARS_AN_HOUR = [2, 5, 6, 3, 2, 1].map((cars) => cars / HOUR);

/** A car workshop's day in minutes that uses everything the kernel has: what it traces is the kernel's behaviour. */
export function traceWorkshop(seed: number): Trace {
  const trace = new Trace();
  const simulation = new Simulation({ trace });
  const desk = new Resource(simulation, 'desk', { capacity: 1, room: 3 });
  const yard = new Resource(simulation, 'yard', { capacity: 4 });
  const bays = new Resource(simulation, 'bays', { capacity: 3 });
  const mechanics = new Resource(simulation, 'mechanics', { capacity: 0 });
  const spareParts = new Signal('spare parts');

  const draw = (purpose: string, car: number, distribution: Distribution): number =>
    inTicks(sampler(distribution, randomStream(seed, purpose, 'car', car).next))();
  const chance = (purpose: string, car: number): number => randomStream(seed, purpose, 'car', car).next();

  function* car(index: number): Body {
    const { kind } = yield seize(desk, { patience: 20 });
    if (kind !== 'done') return;
    yield act('take the keys', draw('keys', index, { kind: 'triangular', min: 3, mode: 6, max: 15 }));
    yield handOver(desk, yard);
    yield handOver(yard, bays);
    if (chance('lacks parts', index) < 0.3) yield waitFor(spareParts, 3 * HOUR);
    const isUrgent = chance('urgent', index) < 0.4;
    const work = draw('work', index, { kind: 'log-normal', mean: 35, variation: 0.6 });
    yield* serve(mechanics, work, { priority: isUrgent ? 0 : 1, preempts: isUrgent });
    yield release(bays);
  }

  function* foreman(): Body {
    for (;;) {
      try {
        yield hold(HOUR);
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        yield hold(10);
      }
    }
  }

  function* deliver(to: Process): Body {
    yield until(2 * HOUR);
    spareParts.fire();
    yield interrupt(to, 'delivery');
  }

  const cars = poissonArrivals(steppedRate(CARS_AN_HOUR, HOUR), randomStream(seed, 'arrival', 'car').next);
  startArrivals(simulation, 'car', cars, car);
  followShifts(simulation, mechanics, [
    { at: 20, capacity: 2 },
    { at: 3 * HOUR, capacity: 1 },
  ]);
  takeBreaks(simulation, mechanics, [{ at: 100, ticks: 15 }]);
  simulation.start(deliver(simulation.start(foreman(), { name: 'foreman' })), { name: 'delivery' });
  simulation.run(CARS_AN_HOUR.length * HOUR);
  return trace;
}
