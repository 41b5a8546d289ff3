import { DateTime } from 'luxon';
import type { Of } from '../../domain/activity.ts';
import type { DeviceKind } from '../../domain/codes/mdc.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { MINUTE } from '../../domain/time.ts';
import { boundOf } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import type { DeviceQuestion, DeviceTask } from './activities.ts';
import {
  alarmOf,
  CLOCK_ROW,
  deviceNumber,
  kindOf,
  measuredIn,
  numberOn,
  readingNumber,
  rowOf,
  wordsOf,
} from './numbers.ts';

const tasks: TaskTable<DeviceTask> = {
  'connect-device': ({ device, unknown }, at) =>
    connect(device, deviceNumber(at.context.token), personOf(at, unknown), at),
  'attempt-to-connect-device': (task, at) => connectAgain(task, at),
  'reconnect-device': (task, at) => connectAgain(task, at),

  async 'disconnect-device'({ connection }, at) {
    await at.screen.tab(wearerOf(at, connection), DEVICES);
    const form = await at.screen.form('Koppla bort');
    await form.choose('Apparat', optionOf(at, connection));
    return { reference: await form.send('Koppla bort apparaten') };
  },

  async 'measure-by-device'({ connection, values, clockAheadMinutes }, at) {
    const clock = clockAheadMinutes === undefined ? [] : [[CLOCK_ROW, `${clockAheadMinutes} min`] as const];
    const startedAt = new Date().toISOString();
    const rows = [...values.map(rowOf), ...clock];
    const made = await exercise('Låt övningsapparaten mäta', 'Mät', connection, rows, at);
    return { ...made, data: { ...made.data, startedAt } };
  },
  'device-alarms': ({ connection, reading }, at) =>
    exercise('Låt övningsapparaten larma', 'Larma', connection, [rowOf(reading)], at),
  'device-falls-silent': ({ connection }, at) =>
    exercise('Tysta övningsapparaten', 'Dra ur kabeln', connection, [], at),

  async 'confirm-readings'({ readings, consciousness, supplementalOxygen }, at) {
    const number = numberOn(at.context, readings);
    const panel = await at.screen.tabList(at.patient, READINGS, READINGS);
    const row = await panel.find(READINGS, ({ Mätning }) => Mätning === number);
    if (row === undefined) throw new Refused(`”${readings.ref}” finns inte i journalen.`, 'absence');
    const form = await at.screen.form(`Bekräfta mätvärden ${supplementalOxygen ? 'med' : 'utan'} syrgas`);
    await form.choose('Mätning', `${row.Nummer} ${number}`);
    await form.choose('Medvetande', LEVELS[consciousness]);
    return { reference: await form.send('Bekräfta') };
  },
};

/** Levels of consciousness as the form words them. */
const LEVELS: Record<Of<DeviceTask, 'confirm-readings'>['consciousness'], string> = {
  A: 'A – alert',
  C: 'C – nytillkommen förvirring',
  V: 'V – reagerar på tilltal',
  P: 'P – reagerar på smärta',
  U: 'U – reagerar inte',
};

/** The forms are called by the kinds of device. */
async function connect(kind: DeviceKind, number: string, person: Patient, { screen }: Desk): Promise<Made> {
  await screen.tab(person, DEVICES);
  const form = await screen.form(`Koppla ${kind}`);
  await form.write('Skannat nummer (EUI-64)', number);
  return { reference: await form.send(`Koppla ${kind} till patienten`), data: { number } };
}

const connectAgain = ({ connection }: { readonly connection: Ref }, at: Desk): Promise<Made> =>
  connect(kindOf(at.context, connection), numberOn(at.context, connection), at.patient, at);

/** The patient, or the unknown as a page finds people: by number. */
function personOf(at: Desk, unknown: Ref | undefined): Patient {
  if (unknown === undefined) return at.patient;
  const value = String(boundOf(at.context, unknown.ref).data?.number);
  return { ...at.patient, key: unknown.ref, identifier: { ...at.patient.identifier, value } };
}

function wearerOf(at: Desk, { ref }: Ref): Patient {
  const { task } = boundOf(at.context, ref);
  return personOf(
    at,
    task.kind === 'connect-device' ? (task as Of<DeviceTask, 'connect-device'>).unknown : undefined,
  );
}

/** A device as forms let it be chosen: its row's number, and the number that is scanned on it. */
const optionOf = (at: Desk, connection: Ref): string =>
  `${numberOf(at, connection)} ${numberOn(at.context, connection)}`;

async function exercise(
  name: string,
  button: string,
  connection: Ref,
  rows: readonly (readonly [label: string, value: string])[],
  at: Desk,
): Promise<Made> {
  const number = readingNumber(at.context.token);
  await at.screen.tab(at.patient, DEVICES);
  const form = await at.screen.form(name);
  await form.choose('Apparat', optionOf(at, connection));
  await form.write('Apparatens löpnummer', number);
  for (const [label, value] of rows) await form.write(label, value);
  return { reference: await form.send(button), data: { number } };
}

const questions: QuestionTable<DeviceQuestion> = {
  'readings-unconfirmed': {
    expected: ({ shows }) => `I patientens journal står ${wordsOf(shows)}, från apparaten och obekräftat.`,
    async look({ readings, shows }, at) {
      const row = await readingsOf(readings, at);
      if (row === undefined) return NOT_IN_CHART;
      const shown = (row.Värden ?? '').split('; ').sort().join(', ');
      const isDevices = row.Apparat === numberOf(at, measuredIn(at.context, readings).connection);
      return {
        seen: row.Läge === 'Obekräftat' && isDevices && shown === wordsOf(shows),
        observed: `I journalen står ${shown || 'inga värden'}${isDevices ? '' : ', men inte som apparatens'}, läge ${quoted(row.Läge ?? '')}.`,
      };
    },
  },

  'readings-timed': {
    expected: ({ readings }) => `”${readings.ref}” står på den tid då det mättes.`,
    async look({ readings }, at) {
      const row = await readingsOf(readings, at);
      if (row === undefined) return NOT_IN_CHART;
      const shown = DateTime.fromFormat(row.Mätt ?? '', 'yyyy-MM-dd HH:mm:ss', { zone: 'Europe/Stockholm' });
      const measuredAt = Date.parse(String(boundOf(at.context, readings.ref).data?.startedAt));
      const off = Math.round((shown.toMillis() - measuredAt) / MINUTE);
      return {
        seen: off === 0,
        observed: shown.isValid
          ? `Mätningen står ${off === 0 ? 'på rätt tid' : `${Math.abs(off)} minuter för ${off > 0 ? 'sent' : 'tidigt'}`}.`
          : 'Mätningen står utan tid.',
      };
    },
  },

  'readings-confirmed': {
    expected: ({ confirmed }) => `”${confirmed.ref}” står som bekräftat, och av vem.`,
    async look({ confirmed }, at) {
      const panel = await at.screen.tabList(at.patient, READINGS, READINGS);
      const row = await panel.row(READINGS, numberOf(at, confirmed));
      if (row === undefined) return NOT_IN_CHART;
      const by = row['Bekräftat av'];
      return {
        seen: row.Läge === 'Bekräftat' && isShown(by),
        observed: `Mätvärdena har läge ${quoted(row.Läge ?? '')}${isShown(by) ? '' : ', av ingen'}.`,
      };
    },
  },

  'readings-held-back': {
    expected: ({ readings }) =>
      `”${readings.ref}” står inte i patientens journal, och enheten får veta att det inte har någon patient.`,
    async look({ readings }, at) {
      const row = await readingsOf(readings, at);
      if (row !== undefined) return { seen: false, observed: `Värdena står i journalen: ${row.Värden}.` };
      return told(await entryOf('Mätvärden utan patient', numberOn(at.context, readings), at));
    },
  },

  'alarm-with-unit': {
    expected: ({ alarm }, at) => `Enhetens lista har larmet: ${rowOf(alarmOf(at.context, alarm)).join(' ')}.`,
    async look({ alarm }, at) {
      const entry = await entryOf('Larm från apparat', numberOn(at.context, alarm), at);
      const [name, value] = rowOf(alarmOf(at.context, alarm));
      return told(entry, (words) => words.includes(`${name} ${value}`));
    },
  },

  'gap-told': {
    expected: ({ connection }) =>
      `Enhetens lista säger att inget kommer från ”${connection.ref}”, och sedan när.`,
    look: async ({ connection }, at) =>
      told(await entryOf('Inget kommer från apparat', numberOn(at.context, connection), at)),
  },

  'clock-told': {
    expected: ({ minutes }) => `Enhetens lista säger att apparatens klocka går ${minutes} minuter före.`,
    async look({ readings, minutes }, at) {
      const { connection } = measuredIn(at.context, readings);
      const entry = await entryOf('Apparatens klocka går fel', numberOn(at.context, connection), at);
      return told(entry, (words) => words.includes(`${minutes} minuter före`));
    },
  },
};

const NOT_IN_CHART = { seen: false, observed: 'Mätvärdena står inte i patientens journal.' };

const told = (entry: Row | undefined, holds: (words: string) => boolean = () => true) =>
  entry === undefined
    ? { seen: false, observed: 'Inget om det står på enhetens lista.' }
    : { seen: holds(entry.Besked ?? ''), observed: `På listan står ${quoted(entry.Besked ?? '')}.` };

async function readingsOf(readings: Ref, at: Desk): Promise<Row | undefined> {
  const number = numberOn(at.context, readings);
  const panel = await at.screen.tabList(at.patient, READINGS, READINGS);
  return panel.find(READINGS, ({ Mätning }) => Mätning === number);
}

/** What the list of the actor's own unit says about something with this number. */
async function entryOf(what: string, number: string, at: Desk): Promise<Row | undefined> {
  const panel = await at.screen.list(QUEUE);
  return panel.find(QUEUE, ({ Gäller, Vad }) => Gäller === number && Vad === what);
}

const DEVICES = 'Apparater';
const READINGS = 'Apparatvärden';
const QUEUE = 'Apparatlarm';

const PLACE: Place = { tab: DEVICES, list: DEVICES };

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'connect-device': PLACE,
    'reconnect-device': PLACE,
    'confirm-readings': { tab: READINGS, list: READINGS },
  },
};
