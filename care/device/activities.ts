import type { DeviceKind, MetricName } from '../../domain/codes/mdc.ts';
import type { VitalSigns } from '../../domain/news2.ts';
import type { Ref } from '../../domain/ref.ts';

/** One value as a device shows it, in a unit of its own. */
export interface Reading {
  readonly metric: MetricName;
  readonly value: number;
  /** As people write it: 'mmHg', '°F'. */
  readonly unit: string;
}

export type DeviceTask =
  /** Somebody scans the device and the patient: what it sends is about that patient from now on. */
  | {
      readonly type: 'task';
      readonly kind: 'connect-device';
      readonly device: DeviceKind;
      /** Whom it is put on, where that is not the patient of the flow. */
      readonly unknown?: Ref;
      readonly as: string;
    }
  /** Scans a device that may still be on somebody else, without knowing whether it will be let through. */
  | {
      readonly type: 'task';
      readonly kind: 'attempt-to-connect-device';
      readonly connection: Ref;
      readonly as: string;
    }
  /** The same device, when nobody else has it any more. */
  | {
      readonly type: 'task';
      readonly kind: 'reconnect-device';
      readonly connection: Ref;
      readonly as: string;
    }
  | { readonly type: 'task'; readonly kind: 'disconnect-device'; readonly connection: Ref }
  | {
      readonly type: 'task';
      readonly kind: 'measure-by-device';
      readonly connection: Ref;
      readonly values: readonly Reading[];
      /** How far the clock of the device is ahead of all others. */
      readonly clockAheadMinutes?: number;
      readonly as: string;
    }
  | {
      readonly type: 'task';
      readonly kind: 'device-alarms';
      readonly connection: Ref;
      readonly reading: Reading;
      readonly as: string;
    }
  /** The device is on and connected, and nothing comes from it any more: a cable, a network. */
  | { readonly type: 'task'; readonly kind: 'device-falls-silent'; readonly connection: Ref }
  /** A nurse has looked at the patient, and says that what the device sent is so. */
  | {
      readonly type: 'task';
      readonly kind: 'confirm-readings';
      readonly readings: Ref;
      readonly consciousness: VitalSigns['consciousness'];
      readonly supplementalOxygen: boolean;
      readonly as: string;
    };

export type DeviceQuestion =
  /** Exactly these values stand in this patient's chart, as the device's and as nobody's yet. */
  | {
      readonly type: 'question';
      readonly kind: 'readings-unconfirmed';
      readonly readings: Ref;
      readonly shows: readonly Reading[];
    }
  /** They stand as measured when they were measured, whatever the clock of the device says. */
  | { readonly type: 'question'; readonly kind: 'readings-timed'; readonly readings: Ref }
  /** They stand as confirmed, by whom. */
  | { readonly type: 'question'; readonly kind: 'readings-confirmed'; readonly confirmed: Ref }
  /** What came from a device that is on nobody is in nobody's chart, and told of to the unit. */
  | { readonly type: 'question'; readonly kind: 'readings-held-back'; readonly readings: Ref }
  /** The unit's list has the alarm, with what it was about. */
  | { readonly type: 'question'; readonly kind: 'alarm-with-unit'; readonly alarm: Ref }
  /** The unit's list says that nothing comes, and since when. */
  | { readonly type: 'question'; readonly kind: 'gap-told'; readonly connection: Ref }
  | {
      readonly type: 'question';
      readonly kind: 'clock-told';
      readonly readings: Ref;
      readonly minutes: number;
    };

type Task<K extends DeviceTask['kind']> = Omit<Extract<DeviceTask, { kind: K }>, 'type' | 'kind'>;

const task = <K extends DeviceTask['kind']>(kind: K, said: Task<K>): DeviceTask =>
  ({ type: 'task', kind, ...said }) as unknown as DeviceTask;

export const connectDevice = (device: DeviceKind, as: string, unknown?: Ref): DeviceTask =>
  task('connect-device', { device, ...(unknown === undefined ? {} : { unknown }), as });
export const attemptToConnectDevice = (connection: Ref, as: string): DeviceTask =>
  task('attempt-to-connect-device', { connection, as });
export const reconnectDevice = (connection: Ref, as: string): DeviceTask =>
  task('reconnect-device', { connection, as });
export const disconnectDevice = (connection: Ref): DeviceTask => task('disconnect-device', { connection });
export const measureByDevice = (
  connection: Ref,
  values: readonly Reading[],
  as: string,
  clockAheadMinutes?: number,
): DeviceTask =>
  task('measure-by-device', {
    connection,
    values,
    ...(clockAheadMinutes === undefined ? {} : { clockAheadMinutes }),
    as,
  });
export const deviceAlarms = (connection: Ref, reading: Reading, as: string): DeviceTask =>
  task('device-alarms', { connection, reading, as });
export const deviceFallsSilent = (connection: Ref): DeviceTask => task('device-falls-silent', { connection });
export const confirmReadings = (
  readings: Ref,
  consciousness: VitalSigns['consciousness'],
  supplementalOxygen: boolean,
  as: string,
): DeviceTask => task('confirm-readings', { readings, consciousness, supplementalOxygen, as });

export const readingsUnconfirmed = (readings: Ref, shows: readonly Reading[]): DeviceQuestion => ({
  type: 'question',
  kind: 'readings-unconfirmed',
  readings,
  shows,
});
export const readingsTimed = (readings: Ref): DeviceQuestion => ({
  type: 'question',
  kind: 'readings-timed',
  readings,
});
export const readingsConfirmed = (confirmed: Ref): DeviceQuestion => ({
  type: 'question',
  kind: 'readings-confirmed',
  confirmed,
});
export const readingsHeldBack = (readings: Ref): DeviceQuestion => ({
  type: 'question',
  kind: 'readings-held-back',
  readings,
});
export const alarmWithUnit = (alarm: Ref): DeviceQuestion => ({
  type: 'question',
  kind: 'alarm-with-unit',
  alarm,
});
export const gapTold = (connection: Ref): DeviceQuestion => ({
  type: 'question',
  kind: 'gap-told',
  connection,
});
export const clockTold = (readings: Ref, minutes: number): DeviceQuestion => ({
  type: 'question',
  kind: 'clock-told',
  readings,
  minutes,
});
