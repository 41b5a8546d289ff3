import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createCourier } from '../laboratory/hl7/deliver.ts';
import { createDevices } from './devices.ts';
import type { Instruction } from './instruction.ts';

// The simulated devices are a program of their own, which knows the care system by MLLP alone. It is told in a line of
// standard input what a device does, and ends when that does, so that it never outlives the one who started it.
const { values } = parseArgs({ options: { 'care-system-port': { type: 'string' } } });

const courier = createCourier(Number(values['care-system-port']));
let closing = false;
const devices = createDevices({
  courier,
  now: Date.now,
  report: (problem) => {
    if (!closing) console.error('devices:', problem);
  },
});

createInterface({ input: process.stdin })
  .on('line', (line) => devices.follow(JSON.parse(line) as Instruction))
  .once('close', async () => {
    closing = true;
    devices.close();
    await courier.close();
    process.exit(0);
  });
// The terminal tells the whole process group; the care system decides when the devices end.
process.on('SIGINT', () => {});
