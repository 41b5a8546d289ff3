import { news2, type VitalSigns } from '../../domain/news2.ts';
import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  doesElsewhere,
  isRefused,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { admit } from '../admission/index.ts';
import { registerUnknown } from '../identity/index.ts';
import { stoppedForReason } from '../stop/index.ts';
import { reasonCalled } from '../stop/words.ts';
import { earlyWarningRaised } from '../vitals/index.ts';
import {
  alarmWithUnit,
  attemptToConnectDevice,
  clockTold,
  confirmReadings,
  connectDevice,
  deviceAlarms,
  deviceFallsSilent,
  disconnectDevice,
  gapTold,
  measureByDevice,
  type Reading,
  readingsConfirmed,
  readingsHeldBack,
  readingsTimed,
  readingsUnconfirmed,
  reconnectDevice,
} from './activities.ts';

const { wardSecretary, wardNurse, secretary, nurse } = STAFF;

const SEPTIC: VitalSigns = {
  respiratoryRate: 26,
  oxygenSaturation: 90,
  supplementalOxygen: true,
  systolicPressure: 88,
  heartRate: 124,
  consciousness: 'C',
  temperature: 39.4,
};
/** As the monitor shows it, in units of its own. */
const SENT: readonly Reading[] = [
  { metric: 'respiratoryRate', value: 26, unit: '/min' },
  { metric: 'oxygenSaturation', value: 90, unit: '%' },
  { metric: 'systolicPressure', value: 11.73, unit: 'kPa' },
  { metric: 'heartRate', value: 124, unit: '/min' },
  { metric: 'temperature', value: 102.9, unit: '°F' },
];
/** The same, as it must stand in the chart. */
const SHOWN: readonly Reading[] = [
  { metric: 'respiratoryRate', value: 26, unit: '/min' },
  { metric: 'oxygenSaturation', value: 90, unit: '%' },
  { metric: 'systolicPressure', value: 88, unit: 'mmHg' },
  { metric: 'heartRate', value: 124, unit: '/min' },
  { metric: 'temperature', value: 39.4, unit: '°C' },
];
const PULSE: readonly Reading[] = [{ metric: 'heartRate', value: 71, unit: '/min' }];
const LOW: Reading = { metric: 'oxygenSaturation', value: 82, unit: '%' };

const monitor = ref('monitorn');
const readings = ref('mätningen');
const connected = [
  does(wardSecretary, admit('inskrivningen')),
  does(wardNurse, connectDevice('monitor', 'monitorn')),
];

export const contract: readonly Case[] = [
  {
    title:
      'what a monitor sends stands unconfirmed in the chart until a nurse has confirmed it, and then counts',
    lines: [
      ...connected,
      does(wardNurse, measureByDevice(monitor, SENT, 'mätningen')),
      sees(wardNurse, readingsUnconfirmed(readings, SHOWN)),
      seesNot(wardNurse, readingsUnconfirmed(readings, PULSE)),
      sees(wardNurse, readingsTimed(readings)),
      seesNot(wardNurse, clockTold(readings, 7)),
      seesNot(wardNurse, readingsHeldBack(readings)),
      does(wardNurse, confirmReadings(readings, 'C', true, 'bekräftelsen')),
      sees(wardNurse, readingsConfirmed(ref('bekräftelsen'))),
      sees(wardNurse, earlyWarningRaised(ref('bekräftelsen'), news2(SEPTIC).score)),
      seesNot(wardNurse, readingsUnconfirmed(readings, SHOWN)),
      does(wardNurse, disconnectDevice(monitor)),
    ],
  },
  {
    title: 'what was confirmed of somebody else is not confirmed of the patient',
    lines: [
      doesElsewhere(wardSecretary, admit('inskrivningen')),
      doesElsewhere(wardNurse, connectDevice('monitor', 'monitorn')),
      doesElsewhere(wardNurse, measureByDevice(monitor, SENT, 'mätningen')),
      doesElsewhere(wardNurse, confirmReadings(readings, 'C', true, 'bekräftelsen')),
      seesNot(wardNurse, readingsConfirmed(ref('bekräftelsen'))),
      doesElsewhere(wardNurse, disconnectDevice(monitor)),
    ],
  },
  {
    title: 'what a device sends that is on nobody is in nobody’s chart',
    lines: [
      ...connected,
      does(wardNurse, disconnectDevice(monitor)),
      does(wardNurse, measureByDevice(monitor, PULSE, 'mätningen')),
      sees(wardNurse, readingsHeldBack(readings)),
      seesNot(wardNurse, readingsUnconfirmed(readings, PULSE)),
      seesNot(wardNurse, readingsTimed(readings)),
    ],
  },
  {
    title: 'a device that is on somebody else is not connected before it is taken from there',
    lines: [
      does(wardSecretary, admit('inskrivningen')),
      does(secretary, registerUnknown('den andra')),
      does(wardNurse, connectDevice('pump', 'pumpen', ref('den andra'))),
      isRefused(wardNurse, attemptToConnectDevice(ref('pumpen'), 'för tidigt')),
      sees(
        wardNurse,
        stoppedForReason(ref('för tidigt'), reasonCalled('apparaten sitter på en annan patient')),
      ),
      does(wardNurse, disconnectDevice(ref('pumpen'))),
      does(wardNurse, reconnectDevice(ref('pumpen'), 'pumpen hos patienten')),
      does(
        wardNurse,
        measureByDevice(
          ref('pumpen hos patienten'),
          [{ metric: 'infusionRate', value: 42.5, unit: 'mL/h' }],
          'mätningen',
        ),
      ),
      sees(wardNurse, readingsUnconfirmed(readings, [{ metric: 'infusionRate', value: 42.5, unit: 'mL/h' }])),
    ],
  },
  {
    title: 'an alarm reaches the unit, and a clock that is wrong is told and makes no time wrong',
    lines: [
      ...connected,
      does(wardNurse, deviceAlarms(monitor, LOW, 'larmet')),
      sees(wardNurse, alarmWithUnit(ref('larmet'))),
      seesNot(nurse, alarmWithUnit(ref('larmet'))),
      does(wardNurse, measureByDevice(monitor, PULSE, 'mätningen', 7)),
      sees(wardNurse, clockTold(readings, 7)),
      seesNot(wardNurse, clockTold(readings, 9)),
      sees(wardNurse, readingsTimed(readings)),
      does(wardNurse, disconnectDevice(monitor)),
    ],
  },
  {
    title: 'that nothing comes from a device any more is told',
    lines: [
      ...connected,
      does(wardNurse, measureByDevice(monitor, PULSE, 'mätningen')),
      seesNot(wardNurse, gapTold(monitor)),
      does(wardNurse, deviceFallsSilent(monitor)),
      sees(wardNurse, gapTold(monitor)),
    ],
  },
];
