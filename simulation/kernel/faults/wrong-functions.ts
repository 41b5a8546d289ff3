import { randomStream } from '../../../domain/random.ts';
import { constantRate, poissonArrivals } from '../arrivals.ts';
import { hold, release, seize } from '../effects.ts';
import { Interrupted } from '../process.ts';
import { followShifts } from '../shifts.ts';
import { Tally } from '../statistics/tally.ts';
import type { Engine } from '../truth/engine.ts';

/** Every purpose draws from the one stream of its seed. */
export function oneStreamForAll(): Engine['stream'] {
  const streams = new Map<number, ReturnType<typeof randomStream>>();
  return (seed) => {
    const stream = streams.get(seed) ?? randomStream(seed, 'all', 'all');
    streams.set(seed, stream);
    return stream;
  };
}

/** Every purpose and entity has the same draws. */
export const sameDrawsForAll: Engine['stream'] = (seed) => randomStream(seed, 'same', 'same');

/** Lets come who should have been thinned out. */
export const withoutThinning: Engine['poissonArrivals'] = (rate, source, from) =>
  poissonArrivals(constantRate(rate.highest), source, from);

/** Changes shifts one tick late. */
export const oneTickLate: Engine['followShifts'] = (simulation, resource, changes) =>
  followShifts(
    simulation,
    resource,
    changes.map(({ at, capacity }) => ({ at: at + 1, capacity })),
  );

/** Starts work again from the beginning that was broken off. */
export const startingOver: Engine['serve'] = function* (resource, work, options = {}) {
  for (;;) {
    const outcome = yield seize(resource, options);
    try {
      yield hold(work);
      yield release(resource);
      return outcome;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
  }
};

/** Takes what was broken off for done. */
export const takenForDone: Engine['serve'] = function* (resource, work, options = {}) {
  const outcome = yield seize(resource, options);
  try {
    yield hold(work);
    yield release(resource);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  return outcome;
};

/** Takes eight values for infinitely many: the normal distribution's 1.96 in the place of Student's bound. */
export const normalInterval: Engine['interval'] = (values) => {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return {
    mean: tally.mean,
    halfWidth: 1.96 * Math.sqrt(tally.variance / tally.count),
    count: tally.count,
  };
};
