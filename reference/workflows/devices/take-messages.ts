import type { Hl7Message } from '@medplum/core';
import type { Device, Observation } from '@medplum/fhirtypes';
import { METRICS } from '../../../domain/codes/mdc.ts';
import { type DeviceAlarm, readAlarms } from '../../devices/pcd/alarm.ts';
import { sentAt } from '../../devices/pcd/device-message.ts';
import { type DeviceReadings, readReadings } from '../../devices/pcd/readings.ts';
import { acknowledging } from '../../laboratory/hl7/acknowledging.ts';
import type { Receiver } from '../../laboratory/hl7/listen.ts';
import { typeOf } from '../../laboratory/hl7/message.ts';
import type { Store } from '../../workflow.ts';
import type { Associations } from './associations.ts';
import { type DeviceList, deviceNumber, readingNumber } from './device-list.ts';
import { observationOf } from './reading-resources.ts';
import type { Streams } from './streams.ts';
import { inChart } from './units.ts';

/** A clock that is further off than this is told of; milliseconds. An assumption. */
const CLOCK_MAY_BE_OFF = 60_000;
const MINUTE = 60_000;

/** What a message says, and how far the clock of its device is ahead. */
interface Heard<T> {
  readonly told: T;
  readonly ahead: number;
}

/**
 * ORU^R01 (PCD-01) and ORU^R40 (PCD-04) in, ACK out. Which patient a device is on is told by who connected it, never by the
 * message; what comes from a device that is on nobody is nobody's, and its unit is told. A device that sends the same again
 * is only heard.
 */
export function takeDeviceMessages(options: {
  readonly store: Store;
  readonly associations: Associations;
  readonly list: DeviceList;
  readonly streams: Streams;
  readonly now: () => number;
}): Receiver {
  const { store, associations, list, streams, now } = options;

  /** What is being stored: the next message may come before it is. */
  const underWay = new Set<string>();

  async function takeReadings({ told, ahead }: Heard<DeviceReadings>): Promise<void> {
    if (isSameAgain(told)) return streams.heard(told.device);
    const device = await associations.active(told.device);
    if (device === undefined) return hold(told);
    streams.heard(told.device);
    if (underWay.has(told.number)) return;
    underWay.add(told.number);
    try {
      if (!(await isKnown(told.number))) await place(told, ahead, device);
    } finally {
      underWay.delete(told.number);
    }
  }

  async function place(told: DeviceReadings, ahead: number, device: Device): Promise<void> {
    const observation = await store.create<Observation>(
      observationOf(told, {
        device,
        encounter: await associations.encounterOf(device),
        at: new Date(Date.parse(told.at) - ahead).toISOString(),
        now: now(),
      }),
    );
    streams.stored(told.device, observation);
    if (ahead !== 0) await tellOfClock(told, ahead, device, observation);
  }

  /** Most of what comes: the device goes on showing what is in the chart already. */
  const isSameAgain = ({ device, number }: DeviceReadings): boolean =>
    streams.latest(device)?.identifier?.[0]?.value === number;

  const isKnown = async (number: string): Promise<boolean> => {
    const { system, value } = readingNumber(number);
    return (await store.search(`Observation?identifier=${system}|${value}`)).length > 0;
  };

  const tellOfClock = (
    told: DeviceReadings,
    ahead: number,
    device: Device,
    about: Observation,
  ): Promise<void> =>
    list.tell('clock', {
      words: `Klockan i apparat ${told.device} går ${Math.round(Math.abs(ahead) / MINUTE)} minuter ${ahead > 0 ? 'före' : 'efter'}. Tiderna i journalen är rättade.`,
      number: deviceNumber(told.device),
      owner: device.owner,
      patient: device.patient,
      about,
    });

  const hold = async (told: DeviceReadings): Promise<void> =>
    list.tell('unplaced', {
      words: `Apparat ${told.device} sitter inte på någon patient. Mätvärdena ${told.number} står inte i någon journal.`,
      number: readingNumber(told.number),
      owner: await associations.unitOf(told.device),
    });

  async function takeAlarm({ told }: Heard<DeviceAlarm>): Promise<void> {
    const device = await associations.active(told.device);
    const { value } = inChart(told.reading);
    const { sv, units } = METRICS[told.reading.metric];
    const seen = `${sv} ${String(value).replace('.', ',')} ${units[0].word}`;
    await list.tell('alarm', {
      words: `Larm: ${seen}.${device === undefined ? ` Apparat ${told.device} sitter inte på någon patient.` : ''}`,
      number: readingNumber(told.number),
      owner: device?.owner ?? (await associations.unitOf(told.device)),
      ...(device === undefined ? {} : { patient: device.patient, about: streams.latest(told.device) }),
    });
  }

  /** How far the clock of the device is ahead of the house's; nothing where it is near enough. */
  function aheadIn(message: Hl7Message): number {
    const ahead = Date.parse(sentAt(message)) - now();
    return Math.abs(ahead) < CLOCK_MAY_BE_OFF ? 0 : ahead;
  }

  async function takeAll(message: Hl7Message): Promise<void> {
    const ahead = aheadIn(message);
    if (typeOf(message) === 'ORU^R40') {
      for (const told of readAlarms(message)) await takeAlarm({ told, ahead });
    } else {
      for (const told of readReadings(message)) await takeReadings({ told, ahead });
    }
  }

  return acknowledging(takeAll, now);
}
