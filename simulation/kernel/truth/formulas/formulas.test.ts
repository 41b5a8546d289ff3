import { expect, it } from 'vitest';
import { beginnings } from './deterministic.ts';
import { erlangA, erlangB, erlangC, waitInMMc } from './erlang.ts';
import { busyByPeriod } from './infinite-servers.ts';
import { cobham, preemptiveSojourns, waitInMG1 } from './priority.ts';

const exponential = (arrivals: number, service: number) => ({
  arrivals,
  service,
  serviceSquared: 2 * service ** 2,
});

it('gives the values of the Erlang tables', () => {
  expect(erlangB(5, 4)).toBeCloseTo(0.1991, 4);
  expect(erlangB(10, 5)).toBeCloseTo(0.0184, 4);
  expect(erlangC(1, 0.91)).toBeCloseTo(0.91, 12);
  expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  expect(waitInMMc(1, 0.5)).toEqual({ wait: 1, waitSquared: 4 });
});

it('loses as many as Erlang B when nobody has patience, and none when all have', () => {
  expect(erlangA(5, 4, 1e-9)).toBeCloseTo(erlangB(5, 4), 6);
  expect(erlangA(5, 4, 1e6)).toBeLessThan(1e-5);
});

it('waits in M/G/1 as in M/M/1 when service is exponential, and half as long when it is constant', () => {
  expect(waitInMG1(exponential(0.5, 1))).toBeCloseTo(1, 12);
  expect(waitInMG1({ arrivals: 0.5, service: 1, serviceSquared: 1 })).toBeCloseTo(0.5, 12);
});

it('conserves work over priorities, and spares the urgent everything with preemption', () => {
  const classes = [exponential(0.3, 1), exponential(0.5, 0.9)];
  const loads = classes.map(({ arrivals, service }) => arrivals * service);
  const weighted = cobham(classes).reduce((sum, wait, k) => sum + wait * (loads[k] ?? 0), 0);
  const load = loads.reduce((sum, each) => sum + each, 0);
  const work = classes.reduce(
    (sum, { arrivals, serviceSquared }) => sum + (arrivals * serviceSquared) / 2,
    0,
  );
  expect(weighted).toBeCloseTo((load * work) / (1 - load), 12);
  expect(preemptiveSojourns(classes)[0]).toBeCloseTo(1 / (1 - 0.3), 12);
});

it('has as many busy as come in a service when the rate is constant', () => {
  const busy = busyByPeriod([3, 3, 3], (x) => Math.max(0, 1 - x / 4), 4);
  for (const each of busy) expect(each).toBeCloseTo(6, 6);
});

it('begins deterministic service with whichever server is free first', () => {
  expect(beginnings([0, 0, 0, 15, 15], 10, 2)).toEqual([0, 0, 10, 15, 20]);
});
