import { Hl7Message } from '@medplum/core';
import { expect, test } from 'vitest';
import type { Envelope } from '../../laboratory/hl7/message.ts';
import { readAlarms, writeAlarm } from './alarm.ts';
import { sentAt } from './device-message.ts';
import { type DeviceReadings, readReadings, writeReadings } from './readings.ts';

const ENVELOPE: Envelope = {
  from: { application: 'Patientmonitor', facility: '02000000ABCD0001' },
  to: { application: 'VARDSYSTEMET', facility: '' },
  controlId: 'm-1',
  at: Date.parse('2026-11-22T07:00:00.000Z'),
};
const TOLD: Omit<DeviceReadings, 'unknown'> = {
  device: '02000000ABCD0001',
  number: 'PROV-1',
  at: '2026-11-22T06:59:58.000Z',
  readings: [
    { metric: 'heartRate', value: 112, unit: 'MDC_DIM_BEAT_PER_MIN' },
    { metric: 'systolicPressure', value: 12.8, unit: 'MDC_DIM_KILO_PASCAL' },
  ],
};

const read = (change: (lines: string[]) => readonly string[]) =>
  readReadings(
    Hl7Message.parse(change(writeReadings('monitor', TOLD, ENVELOPE).toString().split('\r')).join('\r')),
  );

test('readings read as they were written, in the manner of PCD-01', () => {
  const message = writeReadings('monitor', TOLD, ENVELOPE);
  expect(readReadings(message)).toEqual([{ ...TOLD, unknown: [] }]);
  expect(sentAt(message)).toBe('2026-11-22T07:00:00.000Z');
  const [header = '', , , , whole = '', pulse = ''] = message.toString().split('\r');
  expect(header).toContain('|ORU^R01^ORU_R01|m-1|T|2.6|');
  expect(header.split('|')[20]).toBe('IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO');
  expect(whole).toMatch(/^OBX\|1\|\|69965\^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS\^MDC\|1\.0\.0\.0\|{7}X/);
  expect(pulse).toBe(
    'OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|112|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R|||20261122075958.000+0100||||02000000ABCD0001^^02000000ABCD0001^EUI-64',
  );
});

test('a monitor of another maker is read: its rows without time, its device in other components', () => {
  const other = [
    'MSH|^~\\&|GATEWAY^080019FFFE0B4020^EUI-64|SAS|||20261122080000+0100||ORU^R01^ORU_R01|7|P|2.6',
    'PID|||^^^||^^^^^^U',
    'OBR|1||17^B40^080019FFFE0B4020^EUI-64|182777000^monitoring of patient^SCT|||20261122075900+0100',
    'OBX|1||69854^MDC_DEV_METER_PRESS_BLD_VMD^MDC|1.5.0.0|||||||X',
    'OBX|11|NM|147842^MDC_ECG_HEART_RATE^MDC|1.5.1.1|80|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R|||||||080019FFFE0B4020^B40_GE',
    'OBX|12|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.6.1.1|---|262688^MDC_DIM_PERCENT^MDC|||||R|||||||080019FFFE0B4020^B40_GE',
    'OBX|13|NM|151708^MDC_CONC_AWAY_CO2_ET^MDC|1.7.1.1|4.8|265987^MDC_DIM_KILO_PASCAL^MDC|||||R|||||||080019FFFE0B4020^B40_GE',
  ].join('\r');
  expect(readReadings(Hl7Message.parse(other))).toEqual([
    {
      device: '080019FFFE0B4020',
      number: '17',
      at: '2026-11-22T06:59:00.000Z',
      readings: [{ metric: 'heartRate', value: 80, unit: 'MDC_DIM_BEAT_PER_MIN' }],
      unknown: ['MDC_CONC_AWAY_CO2_ET'],
    },
  ]);
});

test.each<[string, (lines: string[]) => string[], string]>([
  [
    'no number',
    (lines) => lines.map((line) => line.replace('|112|', '|hög|')),
    'Puls är "hög", som inte är ett tal.',
  ],
  [
    'another unit',
    (lines) => lines.map((line) => line.replace('264864^MDC_DIM_BEAT_PER_MIN', '1^MDC_DIM_HZ')),
    'Puls har enheten "MDC_DIM_HZ"; väntat MDC_DIM_BEAT_PER_MIN.',
  ],
  [
    'no device',
    (lines) => lines.map((line) => line.replaceAll('02000000ABCD0001', '17')),
    'OBX-18 är "17"; en apparats EUI-64 har 16 hexadecimala siffror.',
  ],
  [
    'no time',
    (lines) => lines.map((line) => line.replaceAll('20261122075958.000+0100', 'igår')),
    'OBX-14 är "igår"',
  ],
  [
    'no number of its own',
    (lines) => lines.map((line) => line.replace('PROV-1', '')),
    'Fältet OBR-3 saknas i meddelandet.',
  ],
  ['nothing measured', (lines) => lines.slice(0, 5), 'Inget i meddelandet är ett mätvärde.'],
])('a message with %s is told in one sentence', (_, change, sentence) => {
  expect(() => read(change)).toThrow(sentence);
});

test('an alarm reads as it was written, and its end is none', () => {
  const alarm = {
    device: TOLD.device,
    number: 'PROV-2',
    at: TOLD.at,
    reading: { metric: 'oxygenSaturation', value: 82, unit: 'MDC_DIM_PERCENT' },
  } as const;
  const message = writeAlarm('monitor', alarm, ENVELOPE);
  expect(readAlarms(message)).toEqual([alarm]);
  const ended = Hl7Message.parse(message.toString().replace('|start|', '|end|'));
  expect(readAlarms(ended)).toEqual([]);
  expect(() => readReadings(message)).toThrow('Meddelandet ORU^R40 är inga mätvärden (ORU^R01).');
  expect(() => readAlarms(writeReadings('monitor', TOLD, ENVELOPE))).toThrow('är inget larm (ORU^R40).');
});
