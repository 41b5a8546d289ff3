import { constantRate, startArrivals } from '../../arrivals.ts';
import { hold } from '../../effects.ts';
import type { Body } from '../../process.ts';
import { exactly } from '../check.ts';
import type { Engine } from '../engine.ts';
import { ticksOf, UNIT } from '../models/units.ts';

/** Comings and goings of one class, with or without others around. */
function logOf(observed: string, engine: Engine, classes: readonly string[]): string[] {
  const log: string[] = [];
  const simulation = engine.simulation();
  function* customer(name: string, index: number): Body {
    const came = simulation.now;
    const work = ticksOf({ kind: 'exponential', mean: 1 }, engine.stream(1, 'service', name, index).next);
    yield hold(work());
    if (name === observed) log.push(`${came}–${simulation.now}`);
  }
  for (const name of classes) {
    const arrivals = engine.poissonArrivals(constantRate(1 / UNIT), engine.stream(1, 'arrival', name).next);
    startArrivals(simulation, name, arrivals, (index) => customer(name, index));
  }
  simulation.run(50 * UNIT);
  return log;
}

export const streams = exactly(
  "one who is added moves nobody else's draws and has draws of their own",
  (engine) => {
    const alone = logOf('a', engine, ['a']);
    const among = logOf('a', engine, ['b', 'a', 'c']);
    const others = logOf('b', engine, ['b']);
    return [
      `${alone.length > 20 ? 'many' : 'too few'} came`,
      `${alone.filter((line, index) => line !== among[index]).length} were moved`,
      `${alone.filter((line) => others.includes(line)).length} are shared`,
    ];
  },
  ['many came', '0 were moved', '0 are shared'],
);
