import { replicate, replicationSeed } from '../../statistics/replications.ts';
import type { TruthCheck } from '../check.ts';
import { erlangB } from '../formulas/erlang.ts';
import { station } from '../models/station.ts';

const INTERVALS = 2_000;
const REPLICATIONS = 8;
const EXPECTED = 2 * (1 - erlangB(3, 2));

/** With 2,000 intervals the share itself is known to half a per cent. */
export const coverage: TruthCheck = {
  name: 'nominal 95 % intervals cover in 93–97 %',
  estimates: 0,
  disagreements: (engine) => {
    const model = station(engine, {
      arrivals: 2,
      service: { kind: 'exponential', mean: 1 },
      servers: 3,
      room: 0,
      warmUp: 6,
      length: 15,
    });
    let covering = 0;
    for (let index = 0; index < INTERVALS; index++) {
      const values = replicate(model, REPLICATIONS, replicationSeed(3, index)).map(({ busy }) => busy);
      const { mean, halfWidth } = engine.interval(values, 0.95);
      if (Math.abs(mean - EXPECTED) <= halfWidth) covering++;
    }
    const share = covering / INTERVALS;
    return share >= 0.93 && share <= 0.97 ? [] : [`${100 * share} % cover`];
  },
};
