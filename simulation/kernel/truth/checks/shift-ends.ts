import { hold, release, seize } from '../../effects.ts';
import type { Body } from '../../process.ts';
import { exactly } from '../check.ts';

const SHIFTS = [
  { at: 80, capacity: 3 },
  { at: 100, capacity: 1 },
  { at: 200, capacity: 3 },
];

const COMES = { a: 70, b: 90, c: 92, d: 95, e: 100, f: 200, g: 200, h: 200 };

export const shiftEnds = exactly(
  'a shift ends on its tick, finishes what it has begun and begins nothing more',
  (engine) => {
    const log: string[] = [];
    const simulation = engine.simulation();
    const nurse = engine.resource(simulation, 'nurse', { capacity: 3 });
    function* customer(name: string): Body {
      yield seize(nurse);
      const begins = simulation.now;
      yield hold(30);
      log.push(`${name} ${begins}–${simulation.now}`);
      yield release(nurse);
    }
    engine.followShifts(simulation, nurse, SHIFTS);
    for (const [name, at] of Object.entries(COMES)) simulation.start(customer(name), { at });
    simulation.run(1_000);
    log.push(`overtime ${nurse.statistics.overtime.integral(simulation.now)}`);
    return log;
  },
  [
    'a 70–100',
    'b 90–120',
    'c 92–122',
    'd 122–152',
    'e 152–182',
    'f 200–230',
    'g 200–230',
    'h 200–230',
    'overtime 20',
  ],
);
