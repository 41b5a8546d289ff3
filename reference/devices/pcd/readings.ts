import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { type DeviceKind, METRIC_NAMES, METRICS, type MetricName } from '../../../domain/codes/mdc.ts';
import { decimalText, readDecimal } from '../../laboratory/hl7/decimal.ts';
import { orderGroups } from '../../laboratory/hl7/groups.ts';
import { type Envelope, textOf, typeOf } from '../../laboratory/hl7/message.ts';
import { MessageError } from '../../laboratory/hl7/message-error.ts';
import { composeFrom, type DeviceSays, mdc, saysIn } from './device-message.ts';

/** One value as the device shows it, in a unit that the metric may have. */
export interface DeviceReading {
  readonly metric: MetricName;
  readonly value: number;
  /** MDC_DIM_… */
  readonly unit: string;
}

/** One set of measurements. */
export interface DeviceReadings extends DeviceSays {
  readonly readings: readonly DeviceReading[];
  /** Names of what it told that is not known here, so that nobody takes it for measured and lost. */
  readonly unknown: readonly string[];
}

/** ORU^R01 in the manner of IHE PCD-01. All values are raw (R): nobody has looked at them. */
export const writeReadings = (
  kind: DeviceKind,
  told: Omit<DeviceReadings, 'unknown'>,
  envelope: Envelope,
): Hl7Message => composeFrom('ORU^R01^ORU_R01', kind, told, envelope, told.readings.map(observedIn));

export function observedIn({ metric, value, unit }: DeviceReading): Readonly<Record<number, string>> {
  const { code, refId, place, units } = METRICS[metric];
  const sent = units.find((each) => each.refId === unit);
  const text = decimalText(value);
  if (sent === undefined || text === undefined)
    throw new RangeError(`${metric} ${value} ${unit} cannot be sent.`);
  return { 2: 'NM', 3: mdc(code, refId), 4: `1.${place}`, 5: text, 6: mdc(sent.code, sent.refId), 11: 'R' };
}

/** Every set of measurements of the message. */
export function readReadings(message: Hl7Message): readonly DeviceReadings[] {
  if (typeOf(message) !== 'ORU^R01') {
    throw new MessageError(`Meddelandet ${typeOf(message)} är inga mätvärden (ORU^R01).`, '200', 'MSH^1^9');
  }
  return orderGroups(message).map(({ obr, obx }) => {
    const values = obx.filter((each) => textOf(each, 11) !== 'X');
    const known = values.flatMap((each) => readingIn(each) ?? []);
    if (known.length === 0) throw new MessageError('Inget i meddelandet är ett mätvärde.', '100', 'OBX^1');
    return {
      ...saysIn(message, obr, obx),
      readings: known,
      unknown: values.filter((each) => metricIn(each) === undefined).map((each) => textOf(each, 3, 2)),
    };
  });
}

const metricIn = (obx: Hl7Segment): MetricName | undefined =>
  METRIC_NAMES.find((name) => METRICS[name].code === textOf(obx, 3));

/** Nothing where the device says that it has no value: an empty field and '---' are no zero. */
export function readingIn(obx: Hl7Segment): DeviceReading | undefined {
  const metric = metricIn(obx);
  if (metric === undefined) return undefined;
  const { sv, units } = METRICS[metric];
  const said = textOf(obx, 5);
  if (/^-*$/.test(said)) return undefined;
  const value = textOf(obx, 2) === 'NM' ? readDecimal(said) : undefined;
  const place = `OBX^${textOf(obx, 1)}`;
  if (value === undefined)
    throw new MessageError(`${sv} är "${said}", som inte är ett tal.`, '102', `${place}^5`);
  const unit = units.find(
    ({ code, refId }) => [code, refId].includes(textOf(obx, 6)) || refId === textOf(obx, 6, 2),
  );
  if (unit === undefined) {
    throw new MessageError(
      `${sv} har enheten "${textOf(obx, 6, 2) || textOf(obx, 6)}"; väntat ${units.map(({ refId }) => refId).join(' eller ')}.`,
      '103',
      `${place}^6`,
    );
  }
  return { metric, value, unit: unit.refId };
}
