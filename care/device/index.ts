import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { DeviceQuestion, DeviceTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<DeviceTask, DeviceQuestion>({
  name: 'device',
  sv: 'Medicintekniska apparater',
  en: 'Medical devices',
  tasks: {
    'connect-device': {
      sv: 'koppla en apparat till patienten',
      en: 'connect a device',
      workingTime: assumedMinutes(3),
    },
    'attempt-to-connect-device': {
      sv: 'försöka koppla en apparat som kan sitta på någon annan',
      en: 'attempt to connect a device that may be on somebody else',
      workingTime: assumedMinutes(1),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'apparaten är kopplad till en annan patient',
        words: ['kopplad till en annan', 'connected to another'],
      },
    },
    'reconnect-device': {
      sv: 'koppla en frigjord apparat till patienten',
      en: 'connect a device that was released',
      workingTime: assumedMinutes(2),
    },
    'disconnect-device': {
      sv: 'koppla bort en apparat',
      en: 'disconnect a device',
      workingTime: assumedMinutes(1),
    },
    'measure-by-device': {
      sv: 'låta apparaten mäta',
      en: 'let the device measure',
      workingTime: assumedMinutes(2),
    },
    'device-alarms': {
      sv: 'vara hos patienten när apparaten larmar',
      en: 'be there when the device alarms',
      workingTime: assumedMinutes(1),
    },
    'device-falls-silent': {
      sv: 'vara hos patienten när apparaten tystnar',
      en: 'be there when the device falls silent',
      workingTime: assumedMinutes(1),
    },
    'confirm-readings': {
      sv: 'bekräfta apparatens mätvärden',
      en: 'confirm what the device measured',
      workingTime: assumedMinutes(2),
    },
  },
  questions: {
    'readings-unconfirmed': {
      sv: 'se apparatens mätvärden, obekräftade, hos rätt patient',
      en: 'see what the device measured, unconfirmed, with the right patient',
    },
    'readings-timed': {
      sv: 'se apparatens mätvärden på rätt tid',
      en: 'see what the device measured at the right time',
    },
    'readings-confirmed': {
      sv: 'se apparatens mätvärden som bekräftade',
      en: 'see what the device measured as confirmed',
    },
    'readings-held-back': {
      sv: 'se att värden från en bortkopplad apparat hålls utanför journalen',
      en: 'see that values from a device that is on nobody are held back',
    },
    'alarm-with-unit': { sv: 'se apparatens larm', en: 'see the alarm of the device' },
    'gap-told': { sv: 'se att inget kommer från apparaten', en: 'see that nothing comes from the device' },
    'clock-told': {
      sv: 'se att apparatens klocka går fel',
      en: 'see that the clock of the device is wrong',
    },
  },
  things: {
    connection: { sv: 'en kopplad apparat', madeBy: ['connect-device', 'reconnect-device'] },
    unknown: { sv: 'en okänd med reservnummer', madeBy: ['register-unknown'] },
    readings: { sv: 'mätvärden från en apparat', madeBy: ['measure-by-device'] },
    confirmed: { sv: 'bekräftade mätvärden', madeBy: ['confirm-readings'] },
    alarm: { sv: 'ett larm från en apparat', madeBy: ['device-alarms'] },
  },
});
