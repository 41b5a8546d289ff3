import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type FaultSwitch, parseFaults } from '../faults/faults.ts';
import { readWords } from '../words.ts';
import { startLaboratory } from './laboratory.ts';

// The laboratory is a program of its own. It says on one line of standard output where it listens, and ends when its
// standard input does, so that it never outlives the care system that started it.
const { values } = parseArgs({
  options: {
    'care-system-port': { type: 'string' },
    facility: { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
    struck: { type: 'string' },
    words: { type: 'string', multiple: true, default: [] },
  },
});

const faults = parseFaults(values.fault, values.struck === undefined ? {} : { record: values.struck });
const laboratory = await startLaboratory({
  careSystemPort: Number(values['care-system-port']),
  facility: values.facility ?? '',
  faults,
  words: readWords(values.words),
  now: Date.now,
  report: (problem) => console.error('laboratory:', problem),
});
console.log(JSON.stringify({ mllpPort: laboratory.mllpPort, workstation: laboratory.workstation }));

// A fault that is planted or lifted while the environment works is told in a line.
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { plant, lift } = JSON.parse(line) as FaultSwitch;
    if (plant !== undefined) faults.plant(plant);
    if (lift !== undefined) faults.lift(lift);
  })
  .once('close', async () => {
    await laboratory.close();
    process.exit(0);
  });
// The terminal tells the whole process group; the care system decides when the laboratory ends.
process.on('SIGINT', () => {});
