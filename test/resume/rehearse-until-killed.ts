import process from 'node:process';
import { readResumption } from '../../cli/resumption.ts';
import { rehearse } from './rehearsal.ts';

/**
 * A program that makes the run of rehearsal.ts, and dies by SIGKILL where it is told to:
 *
 *     rehearse-until-killed.ts FOLDER ADDRESS POINT appended|synced TIMES [resume]
 */
const [folder = '', address = '', at = '', when = '', times = '1', resume] = process.argv.slice(2);
let left = Number(times);
const die = (): void => void process.kill(process.pid, 'SIGKILL');

await rehearse({
  folder,
  address,
  ...(resume === undefined ? {} : { resumed: await readResumption(folder) }),
  reached(point, flush) {
    if (point === at) left -= 1;
    if (point !== at || left > 0) return false;
    if (when === 'synced') flush().then(die);
    else die();
    return true;
  },
});
