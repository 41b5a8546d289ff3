import { measureDrills } from '../drill/measure-drill.ts';
import { drillLines } from '../drill/terminal.ts';
import { namedNumbers } from '../drill/words.ts';
import { drillSection } from '../html/sections/drill.ts';
import type { Aspect } from './aspect.ts';

/** Downtimes, failovers and roll-backs that were rehearsed. */
export const drills: Aspect = {
  verdicts: (runs) => measureDrills(runs).map(({ verdict }) => verdict),
  lines: ({ drills: results }) => (results === undefined ? [] : drillLines(results)),
  section: drillSection,
  suite: ({ drills: results }) =>
    results === undefined
      ? undefined
      : {
          name: 'Övade stopp',
          cases: results.flatMap(({ opened, checks }) =>
            checks.map(({ id, words, verdict, measured, against }) => ({
              ...{ classname: `stopp.${opened.drill}`, name: `${id}: ${words.sv}`, verdict },
              message: [measured.sv, namedNumbers(against)].filter((part) => part !== '').join(': '),
            })),
          ),
        },
};
