import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { type DeviceKind, METRICS } from '../../../domain/codes/mdc.ts';
import { orderGroups } from '../../laboratory/hl7/groups.ts';
import { type Envelope, field, textOf, typeOf } from '../../laboratory/hl7/message.ts';
import { MessageError } from '../../laboratory/hl7/message-error.ts';
import { composeFrom, type DeviceSays, mdc, saysIn } from './device-message.ts';
import { type DeviceReading, observedIn, readingIn } from './readings.ts';

/** That a value is outside the limits that were set on the device. */
export interface DeviceAlarm extends DeviceSays {
  readonly reading: DeviceReading;
}

/** Facets of an alarm, each an OBX of its own. Source: IHE PCD TF-2, Report Alert (PCD-04). */
const ALARM = { code: '196616', refId: 'MDC_EVT_ALARM' };
const PHASE = { code: '68481', refId: 'MDC_ATTR_EVENT_PHASE' };
const STATE = { code: '68482', refId: 'MDC_ATTR_ALARM_STATE' };

/** ORU^R40 in the manner of IHE PCD-04: which metric, with its value, begins to be outside its limits. */
export function writeAlarm(kind: DeviceKind, alarm: DeviceAlarm, envelope: Envelope): Hl7Message {
  const { refId, place, code } = METRICS[alarm.reading.metric];
  const facet = (at: number, { code: of, refId: name }: typeof ALARM, said: string, type = 'ST') => ({
    2: type,
    3: mdc(of, name),
    4: `1.${place}.${at}`,
    5: said,
    8: 'PH~PM',
    11: 'R',
  });
  return composeFrom('ORU^R40^ORU_R40', kind, alarm, envelope, [
    facet(1, ALARM, mdc(code, refId), 'CWE'),
    observedIn(alarm.reading),
    facet(3, PHASE, field('start')),
    facet(4, STATE, field('active')),
  ]);
}

/** Every alarm of the message that begins; that one ends is nothing to answer. */
export function readAlarms(message: Hl7Message): readonly DeviceAlarm[] {
  if (typeOf(message) !== 'ORU^R40') {
    throw new MessageError(`Meddelandet ${typeOf(message)} är inget larm (ORU^R40).`, '200', 'MSH^1^9');
  }
  return orderGroups(message)
    .filter(({ obx }) => obx.some((each) => isFacet(each, PHASE) && textOf(each, 5) === 'start'))
    .map(({ obr, obx }) => {
      const [reading] = obx.flatMap((each) => readingIn(each) ?? []);
      if (reading === undefined) throw new MessageError('Larmet säger inte vad det gäller.', '100', 'OBX^1');
      return { ...saysIn(message, obr, obx), reading };
    });
}

const isFacet = (obx: Hl7Segment, { code }: typeof ALARM): boolean => textOf(obx, 3) === code;
