import { stationary } from './birth-death.ts';

/** Erlang B: the share refused by c servers without room to wait, at an offered load of a. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Erlang C: the share that has to wait for c servers, at an offered load of a < c. */
export function erlangC(servers: number, load: number): number {
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** First and second moment of the wait in M/M/c, served first come first; the service takes 1 on average. */
export function waitInMMc(servers: number, arrivals: number): { wait: number; waitSquared: number } {
  const waits = erlangC(servers, arrivals);
  const spare = servers - arrivals;
  return { wait: waits / spare, waitSquared: (2 * waits) / spare ** 2 };
}

/** Erlang A (Palm): the share that leaves M/M/c unserved when patience is exponential; the service takes 1. */
export function erlangA(servers: number, arrivals: number, meanPatience: number): number {
  const states = 400;
  const births = Array.from({ length: states }, () => arrivals);
  const deaths = Array.from(
    { length: states },
    (_, state) => Math.min(state + 1, servers) + Math.max(0, state + 1 - servers) / meanPatience,
  );
  const queue = stationary(births, deaths).reduce(
    (sum, probability, state) => sum + probability * Math.max(0, state - servers),
    0,
  );
  return queue / meanPatience / arrivals;
}
