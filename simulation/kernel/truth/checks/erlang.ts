import { estimation } from '../check.ts';
import { erlangA, erlangB, waitInMMc } from '../formulas/erlang.ts';
import { type StationMeasure, station } from '../models/station.ts';

const service = { kind: 'exponential', mean: 1 } as const;

const inMMc = (
  servers: number,
  arrivals: number,
): Record<StationMeasure & ('wait' | 'waitSquared' | 'queue' | 'busy'), number> => {
  const { wait, waitSquared } = waitInMMc(servers, arrivals);
  return { wait, waitSquared, queue: arrivals * wait, busy: arrivals };
};

export const oneServer = estimation({
  name: 'M/M/1 waits as Erlang C says, in mean and in mean square',
  model: (engine) => station(engine, { arrivals: 0.8, service, servers: 1, warmUp: 500, length: 15_000 }),
  expected: inMMc(1, 0.8),
});

export const threeServers = estimation({
  name: 'M/M/3 waits as Erlang C says, in mean and in mean square',
  model: (engine) => station(engine, { arrivals: 2.4, service, servers: 3, warmUp: 500, length: 6_000 }),
  expected: inMMc(3, 2.4),
});

export const noRoom = estimation({
  name: 'M/M/c/c refuses as Erlang B says',
  model: (engine) =>
    station(engine, { arrivals: 4, service, servers: 5, room: 0, warmUp: 50, length: 3_000 }),
  expected: { refused: erlangB(5, 4), busy: 4 * (1 - erlangB(5, 4)) },
});

export const impatient = estimation({
  name: 'M/M/c+M loses the impatient as Erlang A says',
  model: (engine) =>
    station(engine, {
      arrivals: 3.6,
      service,
      servers: 3,
      patience: { kind: 'exponential', mean: 2 },
      warmUp: 50,
      length: 2_500,
    }),
  expected: { reneged: erlangA(3, 3.6, 2) },
});
