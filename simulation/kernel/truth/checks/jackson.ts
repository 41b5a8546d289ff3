import type { Model } from '../../statistics/replications.ts';
import { estimation } from '../check.ts';
import type { Engine } from '../engine.ts';
import { waitInMMc } from '../formulas/erlang.ts';
import { type NetworkStation, network } from '../models/network.ts';

const stations: readonly NetworkStation[] = [
  { name: 'first', servers: 1, service: 0.5, arrivals: 1, next: [0, 0.6, 0.2] },
  { name: 'second', servers: 2, service: 1.25, arrivals: 0.2, next: [0.25, 0, 0.5] },
  { name: 'third', servers: 1, service: 0.7, arrivals: 0, next: [0, 0, 0] },
];

/** Solves λ = γ + λP, by turns until nothing changes. */
function throughputs(): number[] {
  let flows = stations.map(({ arrivals }) => arrivals);
  for (let turn = 0; turn < 200; turn++) {
    flows = stations.map(({ arrivals }, to) =>
      stations.reduce((sum, { next }, from) => sum + (flows[from] ?? 0) * (next[to] ?? 0), arrivals),
    );
  }
  return flows;
}

/** Each station is an M/M/c of its own. */
const meanNumbers = (): Record<string, number> =>
  Object.fromEntries(
    throughputs().map((flow, index) => {
      const { name, servers, service } = stations[index] ?? { name: '', servers: 1, service: Number.NaN };
      const load = flow * service;
      return [name, load * waitInMMc(servers, load).wait + load];
    }),
  );

export const jackson = (
  engine: Engine,
  { warmUp, length }: { warmUp: number; length: number },
): Model<string> => network(engine, stations, warmUp, length);

export const jacksonNetwork = estimation({
  name: 'a Jackson network with feedback is as full as Jackson says',
  model: (engine) => jackson(engine, { warmUp: 500, length: 4_000 }),
  expected: meanNumbers(),
});
