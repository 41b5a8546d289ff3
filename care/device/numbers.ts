import type { Of } from '../../domain/activity.ts';
import { type DeviceKind, METRICS } from '../../domain/codes/mdc.ts';
import { randomStream } from '../../domain/random.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, type FlowContext, taskBehind } from '../../systems/care-system.ts';
import type { DeviceTask, Reading } from './activities.ts';

const HEX_DIGITS = 8;

const hex = (purpose: string, token: string): string =>
  Array.from({ length: HEX_DIGITS }, (_, place) =>
    randomStream(0, purpose, token, place).below(16).toString(16),
  )
    .join('')
    .toUpperCase();

/**
 * The EUI-64 that is scanned on a device: the same for the same step, and another for every other. It is administered
 * locally, as its second digit says, so that no maker's device has it. Source: IEEE Std 802, universal and local addresses.
 */
export const deviceNumber = (token: string): string => `02000000${hex('device', token)}`;

/** What a device calls one set of measurements, or one alarm. */
export const readingNumber = (token: string): string => `PROV-${hex('device reading', token)}`;

/** The number on the device of an earlier step, or that the device gave what it sent. */
export const numberOn = (context: FlowContext, { ref }: Ref): string =>
  String(boundOf(context, ref).data?.number);

/** 'Puls', '124 /min': a reading as rows of a form have it. */
export const rowOf = ({ metric, value, unit }: Reading): readonly [name: string, value: string] => [
  METRICS[metric].sv,
  `${String(value).replace('.', ',')} ${unit}`,
];

/** What kind of device was connected under this name, by whichever step. */
export function kindOf(context: FlowContext, { ref }: Ref): DeviceKind {
  const { task } = boundOf(context, ref);
  if (task.kind === 'connect-device') return (task as Of<DeviceTask, 'connect-device'>).device;
  const { connection } = taskBehind<Of<DeviceTask, 'reconnect-device'>>(context, ref, 'reconnect-device');
  return kindOf(context, connection);
}

/** The row that says how far the clock of a device is ahead. */
export const CLOCK_ROW = 'Klockan före';

/** What one set of measurements was meant to be. */
export const measuredIn = (context: FlowContext, { ref }: Ref): Of<DeviceTask, 'measure-by-device'> =>
  taskBehind<Of<DeviceTask, 'measure-by-device'>>(context, ref, 'measure-by-device');

/** What an alarm was meant to be about. */
export const alarmOf = (context: FlowContext, { ref }: Ref): Reading =>
  taskBehind<Of<DeviceTask, 'device-alarms'>>(context, ref, 'device-alarms').reading;

/** 'Puls 124 /min, Temperatur 39,4 °C': in one order, so that they can be compared. */
export const wordsOf = (readings: readonly Reading[]): string =>
  readings
    .map((reading) => rowOf(reading).join(' '))
    .sort()
    .join(', ');
