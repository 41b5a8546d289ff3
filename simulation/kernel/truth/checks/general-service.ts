import type { Distribution } from '../../random/distribution.ts';
import { meanOf } from '../../random/mean.ts';
import { estimation, type TruthCheck } from '../check.ts';
import { waitInMG1 } from '../formulas/priority.ts';
import { station } from '../models/station.ts';

const ARRIVALS = 0.7;

const pollaczekKhinchine = (name: string, service: Distribution, serviceSquared: number): TruthCheck =>
  estimation({
    name: `M/G/1 waits as Pollaczek and Khinchine say, service ${name}`,
    model: (engine) =>
      station(engine, { arrivals: ARRIVALS, service, servers: 1, warmUp: 500, length: 10_000 }),
    expected: {
      wait: waitInMG1({ arrivals: ARRIVALS, service: meanOf(service), serviceSquared }),
      busy: ARRIVALS * meanOf(service),
    },
  });

/** The same formula with every distribution checks the distributions too. */
export const generalService = [
  pollaczekKhinchine('constant', { kind: 'constant', value: 1 }, 1),
  pollaczekKhinchine('uniform', { kind: 'uniform', min: 0, max: 2 }, 4 / 3),
  pollaczekKhinchine('triangular', { kind: 'triangular', min: 0, mode: 1, max: 2 }, 7 / 6),
  pollaczekKhinchine('Erlang', { kind: 'erlang', mean: 1, phases: 3 }, 4 / 3),
  pollaczekKhinchine('gamma', { kind: 'gamma', mean: 1, variation: 1.2 }, 2.44),
  pollaczekKhinchine('log-normal', { kind: 'log-normal', mean: 1, variation: 0.8 }, 1.64),
  pollaczekKhinchine('empirical', { kind: 'empirical', values: [0.2, 0.4, 2.4] }, (0.04 + 0.16 + 5.76) / 3),
];
