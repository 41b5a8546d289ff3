import { handOver, hold, release, seize } from '../../effects.ts';
import type { Body } from '../../process.ts';
import { exactly } from '../check.ts';

export const blocking = exactly(
  'who is handed over blocks the first place until the next has room',
  (engine) => {
    const log: string[] = [];
    const simulation = engine.simulation();
    const first = engine.resource(simulation, 'first', { capacity: 1 });
    const second = engine.resource(simulation, 'second', { capacity: 1 });
    function* customer(name: string): Body {
      yield seize(first);
      const begins = simulation.now;
      yield hold(10);
      yield handOver(first, second);
      const goesOn = simulation.now;
      yield hold(15);
      yield release(second);
      log.push(`${name} ${begins}–${goesOn}–${simulation.now}`);
    }
    for (const name of ['a', 'b', 'c', 'd']) simulation.start(customer(name));
    simulation.run(1_000);
    return log;
  },
  ['a 0–10–25', 'b 10–25–40', 'c 25–40–55', 'd 40–55–70'],
);
