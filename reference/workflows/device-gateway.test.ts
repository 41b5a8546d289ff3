import type { Device, Encounter, Observation, Patient, Task } from '@medplum/fhirtypes';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEVICES } from '../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { writeAlarm } from '../devices/pcd/alarm.ts';
import { type DeviceReadings, writeReadings } from '../devices/pcd/readings.ts';
import { parseFaults } from '../faults/faults.ts';
import { reasonOf } from '../laboratory/hl7/acknowledgement.ts';
import { genrepCodeOf, genrepConcept, referenceTo } from './concept.ts';
import { createAssociations } from './devices/associations.ts';
import { createDeviceList } from './devices/device-list.ts';
import { createStreams, type Streams } from './devices/streams.ts';
import { takeDeviceMessages } from './devices/take-messages.ts';
import { eventually } from './testing/eventually.ts';
import { type Rehearsal, startRehearsal } from './testing/rehearsal.ts';

const MINUTE = 60_000;
let rehearsal: Rehearsal;
let patient: Patient;
let streams: Streams;
let receiver: ReturnType<typeof takeDeviceMessages>;
beforeAll(async () => {
  rehearsal = await startRehearsal();
  const { store } = rehearsal;
  streams = createStreams(Date.now);
  receiver = takeDeviceMessages({
    store,
    streams,
    associations: createAssociations(store, parseFaults([])),
    list: createDeviceList(store, Date.now),
    now: Date.now,
  });
});
afterAll(() => rehearsal.close());
let count = 0;
beforeEach(async () => {
  count += 1;
  patient = await rehearsal.newPatient();
});

const nurse = () => rehearsal.as('nurse', 'sas-medicin-3');
const numberOfDevice = (): string => `0200000000000${String(count).padStart(3, '0')}`;

const deviceOn = (wearer: Patient, number = numberOfDevice()): Device => ({
  resourceType: 'Device',
  identifier: [{ system: SYSTEMS.eui64, value: number }],
  status: 'active',
  type: { coding: [{ system: SYSTEMS.mdc, code: DEVICES.monitor.code }], text: 'Patientmonitor' },
  patient: referenceTo(wearer),
  owner: { reference: 'Organization/sas-medicin-3' },
});

const TOLD: Pick<DeviceReadings, 'readings'> = {
  readings: [
    { metric: 'heartRate', value: 112, unit: 'MDC_DIM_BEAT_PER_MIN' },
    { metric: 'temperature', value: 102.2, unit: 'MDC_DIM_FAHR' },
    { metric: 'systolicPressure', value: 12.8, unit: 'MDC_DIM_KILO_PASCAL' },
  ],
};

/** A device's message, sent now by a clock that is so far ahead; measured so long before. */
function sent(number: string, { ahead = 0, before = 0 } = {}) {
  const at = Date.now() + ahead;
  return receiver.take(
    writeReadings(
      'monitor',
      { ...TOLD, device: numberOfDevice(), number, at: new Date(at - before).toISOString() },
      {
        from: { application: 'M', facility: '' },
        to: { application: 'V', facility: '' },
        controlId: 'c',
        at,
      },
    ),
  );
}

const inChart = (): Promise<Observation[]> =>
  rehearsal.store.search<Observation>(`Observation?patient=Patient/${patient.id}`);
const told = async (): Promise<(string | undefined)[]> =>
  (await rehearsal.store.search<Task>('Task?owner=Organization/sas-medicin-3&_count=200'))
    .filter(({ for: about, identifier = [] }) =>
      about === undefined
        ? identifier.some(({ value }) => value?.endsWith(`-${count}`))
        : about.reference === `Patient/${patient.id}`,
    )
    .map(({ code }) => genrepCodeOf(code));

test('what a device sends again is in the chart once, unconfirmed, in the units of the chart', async () => {
  const device = await nurse().create(deviceOn(patient));
  expect((await sent(`first-${count}`)).getAckType()).toBe('AA');
  expect((await sent(`first-${count}`)).getAckType()).toBe('AA');
  const [observation, ...more] = await inChart();
  expect(more).toEqual([]);
  expect(observation).toMatchObject({ status: 'preliminary', device: referenceTo(device) });
  expect(
    observation?.component?.map(({ valueQuantity }) => [valueQuantity?.value, valueQuantity?.code]),
  ).toEqual([
    [112, '/min'],
    [39, 'Cel'],
    [96, 'mm[Hg]'],
  ]);
  expect(await told()).toEqual([]);
});

test('what was measured before stands then, also when the clock of the device is wrong, and that is told', async () => {
  await nurse().create(deviceOn(patient));
  await sent(`kept-${count}`, { before: 20 * MINUTE });
  expect(await told()).toEqual([]);
  await sent(`skewed-${count}`, { ahead: 7 * MINUTE, before: 20 * MINUTE });
  const times = (await inChart()).map(
    ({ effectiveDateTime = '' }) => Date.now() - Date.parse(effectiveDateTime),
  );
  for (const ago of times) expect(Math.abs(ago - 20 * MINUTE)).toBeLessThan(MINUTE);
  expect(times).toHaveLength(2);
  expect(await told()).toEqual(['device-clock']);
});

test('a device that is on nobody writes in no chart, and its unit is told', async () => {
  const device = await nurse().create(deviceOn(patient));
  await nurse().update({ ...device, status: 'inactive' });
  await sent(`nobodys-${count}`);
  expect(await inChart()).toEqual([]);
  expect(await told()).toEqual(['device-unplaced']);
});

test('a device is on one patient at a time', async () => {
  const other = await rehearsal.newPatient();
  const device = await nurse().create(deviceOn(other));
  await expect(nurse().create(deviceOn(patient))).rejects.toThrow(/kopplad till en annan patient/);
  await nurse().update({ ...device, status: 'inactive' });
  await nurse().create(deviceOn(patient));
  await sent(`mine-${count}`);
  expect(await inChart()).toHaveLength(1);
  expect(await rehearsal.store.search(`Observation?patient=Patient/${other.id}`)).toEqual([]);
});

test('a patient who is moved, or goes home, leaves the devices behind; one who stays does not', async () => {
  const secretary = rehearsal.as('medical-secretary', 'sas-medicin-3');
  const stay = await secretary.create<Encounter>({
    resourceType: 'Encounter',
    status: 'in-progress',
    class: { system: SYSTEMS.actCode, code: 'IMP' },
    subject: referenceTo(patient),
    serviceProvider: { reference: 'Organization/sas-medicin-3' },
  });
  await nurse().create(deviceOn(patient));
  await sent(`here-${count}`);
  const [observation] = await inChart();
  expect(observation?.encounter).toEqual(referenceTo(stay));
  const moved = await secretary.update<Encounter>({
    ...(await secretary.read<Encounter>(`Encounter/${stay.id}`)),
    serviceProvider: { reference: 'Organization/sas-medicin-4' },
  });
  await sent(`moved-${count}`);
  await secretary.update<Encounter>({
    ...moved,
    serviceProvider: { reference: 'Organization/sas-medicin-3' },
  });
  await sent(`back-${count}`);
  await secretary.update<Encounter>({
    ...(await secretary.read<Encounter>(`Encounter/${stay.id}`)),
    status: 'finished',
  });
  await sent(`gone-${count}`);
  const numbers = (await inChart()).map(({ identifier }) => identifier?.[0]?.value);
  expect(numbers.toSorted()).toEqual([`back-${count}`, `here-${count}`]);
  expect(await told()).toEqual(['device-unplaced', 'device-unplaced']);
});

test('an alarm comes to the unit, with what it is about, once', async () => {
  await nurse().create(deviceOn(patient));
  const alarm = writeAlarm(
    'monitor',
    {
      device: numberOfDevice(),
      number: `alarm-${count}`,
      at: new Date().toISOString(),
      reading: { metric: 'oxygenSaturation', value: 82, unit: 'MDC_DIM_PERCENT' },
    },
    {
      from: { application: 'M', facility: '' },
      to: { application: 'V', facility: '' },
      controlId: 'c',
      at: Date.now(),
    },
  );
  await receiver.take(alarm);
  await receiver.take(alarm);
  const alarms = await rehearsal.store.search<Task>(`Task?patient=Patient/${patient.id}`);
  expect(alarms.map(({ description }) => description)).toEqual(['Larm: Syremättnad 82 %.']);
});

test('a message that is no device’s is refused in words', async () => {
  const message = writeReadings(
    'monitor',
    { ...TOLD, device: numberOfDevice(), number: 'x', at: new Date().toISOString() },
    {
      from: { application: 'M', facility: '' },
      to: { application: 'V', facility: '' },
      controlId: 'c',
      at: Date.now(),
    },
  );
  message.header.setField(9, 'ADT^A01^ADT_A01');
  const answer = await receiver.take(message);
  expect([answer.getAckType(), reasonOf(answer)]).toEqual([
    'AR',
    'Meddelandet ADT^A01 är inga mätvärden (ORU^R01).',
  ]);
});

const exercise = (
  device: Device & { id: string },
  code: string,
  ...rows: readonly (readonly [string, string])[]
): Task => ({
  resourceType: 'Task',
  identifier: [{ system: SYSTEMS.deviceReading, value: `${code}-${count}` }],
  status: 'completed',
  intent: 'order',
  code: genrepConcept(code, code),
  focus: referenceTo(device),
  for: referenceTo(patient),
  ...(rows.length === 0
    ? {}
    : { input: rows.map(([text, valueString]) => ({ type: { text }, valueString })) }),
});

test('a device in a process of its own sends what it is told to, and its silence is told', async () => {
  const device = await nurse().create(deviceOn(patient));
  await nurse().create(exercise(device, 'device-measures', ['Puls', '88 /min']));
  await eventually(async () => expect(await inChart()).toHaveLength(1));
  await nurse().create(exercise(device, 'device-stops'));
  await eventually(async () => expect(await told()).toContain('device-gap'));
  expect(rehearsal.problems).toEqual([]);
});

test.each([
  [['Puls', 'hög'], 'Puls är "hög"; skriv ett tal och en enhet: /min.'],
  [['Puls', '88 mmHg'], 'Puls är "88 mmHg"; skriv ett tal och en enhet: /min.'],
  [['Humör', '3 /min'], 'Apparaterna mäter inte "Humör".'],
  [['Klockan före', 'lite'], 'Skriv vad apparaten visar'],
] as const)('a device is not told %j', async (row, sentence) => {
  const device = await nurse().create(deviceOn(patient));
  await expect(nurse().create(exercise(device, 'device-measures', row))).rejects.toThrow(sentence);
});

test('a device without a number of its own is refused', async () => {
  await expect(nurse().create(deviceOn(patient, 'monitor 7'))).rejects.toThrow(
    'Apparatens nummer är "monitor 7"; det ska ha 16 hexadecimala siffror (EUI-64).',
  );
});
