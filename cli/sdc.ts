import path from 'node:path';
import process from 'node:process';
import { fetchSdc, startSdcMonitor, whyNoSdc } from '../reference/devices/sdc/sdc-monitor.ts';
import { ROOT } from './project.ts';

/** A monitor that speaks SDC beside the reference environment, or why there is none. */
export interface SdcOnScreen {
  /** What to tell whoever started it, in Swedish. */
  readonly words: string;
  close(): Promise<void>;
}

/** The number on it, as it is scanned; administered locally, so no maker's device has it. */
const DEVICE = '0200000000005DC1';
const PERIOD = 1_000;
/** Pulse, oxygen saturation and temperature of somebody who is well, by their codes of IEEE 11073-10101. */
const WELL = { 147842: 72, 150456: 97, 150344: 36.8 };

/** @param gateway 'mllp://127.0.0.1:41234' */
export async function startSdc(gateway: string): Promise<SdcOnScreen> {
  const missing = whyNoSdc();
  if (missing !== undefined) return { words: missing, close: async () => {} };
  const packages = path.join(ROOT, '.cache/sdc');
  fetchSdc(packages);
  const monitor = await startSdcMonitor({
    packages,
    gatewayPort: Number(new URL(gateway).port),
    device: DEVICE,
    report: (problem) =>
      process.stderr.write(`SDC: ${problem instanceof Error ? problem.message : problem}\n`),
  });
  const showing = setInterval(() => monitor.show(WELL), PERIOD);
  return {
    words: `  Monitor över SDC  ${DEVICE}: koppla den på en patients flik Apparater`,
    async close() {
      clearInterval(showing);
      await monitor.close();
    },
  };
}
