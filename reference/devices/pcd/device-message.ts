import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { DEVICES, type DeviceKind } from '../../../domain/codes/mdc.ts';
import { compose, type Envelope, field, segment, textAt, textOf } from '../../laboratory/hl7/message.ts';
import { MessageError } from '../../laboratory/hl7/message-error.ts';
import { readMoment, timestamp } from '../../laboratory/hl7/time.ts';

/** What a device says of itself and of when, whatever else it tells. */
export interface DeviceSays {
  /** EUI-64 of the device, 16 hexadecimal digits. */
  readonly device: string;
  /** The device's number of what it tells, OBR-3. */
  readonly number: string;
  /** When it was measured or happened, by the device's own clock: ISO 8601. */
  readonly at: string;
}

/** The device's own clock when it sent, MSH-7: ISO 8601. */
export const sentAt = (message: Hl7Message): string => readMoment(textAt(message, 'MSH', 7), 'MSH-7');

/** The profiles of IHE's Device Enterprise Communication and Alert Communication Management, MSH-21. */
const PROFILES = {
  'ORU^R01^ORU_R01': field('IHE_PCD_001', 'IHE PCD', '1.3.6.1.4.1.19376.1.6.1.1.1', 'ISO'),
  'ORU^R40^ORU_R40': field('IHE_PCD_ACM_001', 'IHE PCD', '1.3.6.1.4.1.19376.1.6.1.4.1', 'ISO'),
} as const;

/** OBR-4 of what a monitor or pump at the bedside tells. Source: IHE PCD TF-2, PCD-01. */
const MONITORING = field('182777000', 'monitoring of patient', 'SCT');

const eui64 = (device: string): string => field(device, '', device, 'EUI-64');

/**
 * A message in the manner of IHE PCD, HL7 v2.6. Who the patient is the device does not know: PID says so, and the receiver
 * tells it by what is connected to whom.
 */
export function composeFrom(
  type: keyof typeof PROFILES,
  kind: DeviceKind,
  { device, number, at }: DeviceSays,
  envelope: Envelope,
  observed: readonly Readonly<Record<number, string>>[],
): Hl7Message {
  const whole = DEVICES[kind];
  return compose(type, { ...envelope, version: '2.6', profile: PROFILES[type] }, [
    segment('PID', { 1: '1', 3: '', 5: '^^^^^^U' }),
    segment('PV1', { 1: '1', 2: 'U' }),
    segment('OBR', {
      1: '1',
      3: field(number, whole.refId, device, 'EUI-64'),
      4: MONITORING,
      7: timestamp(at),
    }),
    segment('OBX', { 1: '1', 3: mdc(whole.code, whole.refId), 4: '1.0.0.0', 11: 'X', 18: eui64(device) }),
    ...observed.map((fields, index) =>
      segment('OBX', { 1: String(index + 2), ...fields, 14: timestamp(at), 18: eui64(device) }),
    ),
  ]);
}

/** '147842^MDC_ECG_HEART_RATE^MDC' */
export const mdc = (code: string, refId: string): string => field(code, refId, 'MDC');

/** Who tells what of when, as its OBR and OBX say. */
export function saysIn(message: Hl7Message, obr: Hl7Segment, obx: readonly Hl7Segment[]): DeviceSays {
  const device =
    obx.map((each) => textOf(each, 18)).find((each) => each !== '') ?? textAt(message, 'MSH', 3, 2);
  if (!/^[0-9A-F]{16}$/i.test(device)) {
    throw new MessageError(
      `OBX-18 är "${device}"; en apparats EUI-64 har 16 hexadecimala siffror.`,
      device === '' ? '101' : '102',
      'OBX^1^18',
    );
  }
  const number = textOf(obr, 3);
  if (number === '') throw new MessageError('Fältet OBR-3 saknas i meddelandet.', '101', 'OBR^1^3');
  const measured = obx.map((each) => textOf(each, 14)).find((each) => each !== '');
  return {
    device: device.toUpperCase(),
    number,
    at: measured === undefined ? readMoment(textOf(obr, 7), 'OBR-7') : readMoment(measured, 'OBX-14'),
  };
}
