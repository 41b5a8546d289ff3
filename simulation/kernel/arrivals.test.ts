import { expect, it } from 'vitest';
import { randomStream } from '../../domain/random.ts';
import { poissonArrivals, startArrivals, steppedRate } from './arrivals.ts';
import { hold } from './effects.ts';
import type { Body } from './process.ts';
import { Simulation } from './simulation.ts';

/** An hour of 60 ticks with 60 arrivals, one with none, one with 12. */
const RATE = steppedRate([1, 0, 0.2], 60);

it('come as often as the rate of their time says, and never when it is zero', () => {
  const counts = [0, 0, 0];
  for (const tick of poissonArrivals(RATE, randomStream(1, 'arrival', 'x').next)) {
    if (tick >= 180 * 500) break;
    const hour = Math.floor(tick / 60) % 3;
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const [busy = 0, none, quiet = 0] = counts;
  expect(Math.abs(busy - 60 * 500)).toBeLessThan(5 * Math.sqrt(60 * 500));
  expect(none).toBe(0);
  expect(Math.abs(quiet - 12 * 500)).toBeLessThan(5 * Math.sqrt(12 * 500));
});

it('do not come at all when the rate is zero all the time', () => {
  expect([...poissonArrivals(steppedRate([0, 0], 60), () => 0.5)]).toEqual([]);
});

it('start a process each, numbered from 0', () => {
  const simulation = new Simulation();
  const log: string[] = [];
  function* guest(index: number): Body {
    log.push(`${index} at ${simulation.now}`);
    yield hold(1);
  }
  startArrivals(simulation, 'guest', [3, 3, 10], guest);
  simulation.run(100);
  expect(log).toEqual(['0 at 3', '1 at 3', '2 at 10']);
});
