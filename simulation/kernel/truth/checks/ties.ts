import { hold, release, seize, until } from '../../effects.ts';
import type { Body } from '../../process.ts';
import { exactly } from '../check.ts';
import { beginnings } from '../formulas/deterministic.ts';

const SERVERS = 2;
const SERVICE = 10;
/** Three come at once, and every other three just when a server becomes free. */
const COMES = Array.from({ length: 60 }, (_, index) => 15 * Math.floor(index / 3));

export const ties = exactly(
  'D/D/c serves those who come in one tick in the order they come',
  (engine) => {
    const log: string[] = [];
    const simulation = engine.simulation();
    const server = engine.resource(simulation, 'server', { capacity: SERVERS });
    function* customer(index: number, comes: number): Body {
      yield until(comes);
      yield seize(server);
      log.push(`${simulation.now} customer ${index} begins`);
      yield hold(SERVICE);
      yield release(server);
    }
    for (const [index, comes] of COMES.entries()) simulation.start(customer(index, comes));
    simulation.run(10_000);
    return log;
  },
  beginnings(COMES, SERVICE, SERVERS).map((begins, index) => `${begins} customer ${index} begins`),
);
