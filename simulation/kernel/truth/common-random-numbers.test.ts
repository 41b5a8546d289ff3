import { expect, it } from 'vitest';
import { compare, replicate, summarise } from '../statistics/replications.ts';
import { kernel } from './engine.ts';
import { station } from './models/station.ts';

const atService = (mean: number) =>
  station(kernel, {
    arrivals: 0.8,
    service: { kind: 'exponential', mean },
    servers: 1,
    warmUp: 100,
    length: 2_000,
  });

it('tells a small difference from luck with common random numbers, and not without', () => {
  const [base, faster] = [atService(1), atService(0.97)];
  const apart = summarise(replicate(base, 20, 1)).wait;
  const paired = compare(base, faster, 20, 1).wait;
  expect(paired.mean + paired.halfWidth).toBeLessThan(0);
  expect(paired.halfWidth).toBeLessThan(apart.halfWidth / 2);
});
