import type { DeviceKind } from '../../domain/codes/mdc.ts';
import type { DeviceReading } from './pcd/readings.ts';

/** What a simulated device is told to do, as at a simulator for training. */
export type Instruction = {
  /** EUI-64 */
  readonly device: string;
  readonly kind: DeviceKind;
} & (
  | {
      /** Measures this, sends it, and goes on sending it. */
      readonly does: 'measures';
      /** What it is to call it. */
      readonly number: string;
      readonly readings: readonly DeviceReading[];
      /** How far its clock is ahead; milliseconds. */
      readonly clockAhead: number;
    }
  | { readonly does: 'alarms'; readonly number: string; readonly reading: DeviceReading }
  /** Sends no more, though it is on. */
  | { readonly does: 'stops' }
);
