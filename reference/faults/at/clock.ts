import type { Faults } from '../fault.ts';

/** The environment's clock, as it goes. */
export const astrayClock = (now: () => number, faults: Faults): (() => number) =>
  faults.isPlanted('clock')
    ? () => {
        const at = now();
        return faults.pass('clock', { at }, {})?.things[0]?.at ?? at;
      }
    : now;
