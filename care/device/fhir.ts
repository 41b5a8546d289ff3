import type { Device, Observation, Task } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { DEVICES, type DeviceKind, METRICS } from '../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { VITAL_SIGNS } from '../../domain/news2.ts';
import type { Ref } from '../../domain/ref.ts';
import { MINUTE } from '../../domain/time.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { coded, concept, hasCode, pointer, quantityText } from '../../systems/fhir-r4/concepts.ts';
import type {
  FhirArea,
  Made,
  Needs,
  QuestionTable,
  Sight,
  TaskTable,
} from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
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

const CONNECTING: Needs = { interactions: [['create', 'Device']] };
/** A plain server has no device that could be told to do something. */
const EXERCISING: Needs = { interactions: [['create', 'Task']], workflows: ['device-gateway'] };
const READING: Needs = {
  searches: [['Observation', 'patient', 'identifier']],
  workflows: ['device-gateway'],
};
const LISTED: Needs = { searches: [['Task', 'owner', 'code']], workflows: ['device-gateway'] };

const tasks: TaskTable<DeviceTask> = {
  'connect-device': {
    needs: CONNECTING,
    perform({ device, unknown }, at) {
      const patient = unknown === undefined ? at.patient : madeBy(at, unknown);
      return connect(deviceNumber(at.context.token), device, patient, at);
    },
  },
  'attempt-to-connect-device': { needs: CONNECTING, perform: connectAgain },
  'reconnect-device': { needs: CONNECTING, perform: connectAgain },

  'disconnect-device': {
    needs: {
      interactions: [
        ['read', 'Device'],
        ['update', 'Device'],
      ],
    },
    async perform({ connection }, at) {
      const reference = madeBy(at, connection);
      const { patient } = await at.about(undefined).read('Device', reference);
      await at
        .about(localReference(patient?.reference ?? at.patient))
        .update('Device', reference, at.context.token, (device) => ({ ...device, status: 'inactive' }));
      return { reference };
    },
  },

  'measure-by-device': {
    needs: EXERCISING,
    async perform({ connection, values, clockAheadMinutes }, at) {
      const clock = clockAheadMinutes === undefined ? [] : [[CLOCK_ROW, `${clockAheadMinutes} min`] as const];
      const startedAt = at.now();
      const made = await exercise(
        'device-measures',
        'Apparaten mäter',
        connection,
        [...values.map(rowOf), ...clock],
        at,
      );
      return { ...made, data: { ...made.data, startedAt } };
    },
  },
  'device-alarms': {
    needs: EXERCISING,
    perform: ({ connection, reading }, at) =>
      exercise('device-alarms', 'Apparaten larmar', connection, [rowOf(reading)], at),
  },
  'device-falls-silent': {
    needs: EXERCISING,
    perform: ({ connection }, at) => exercise('device-stops', 'Apparaten tystnar', connection, [], at),
  },

  'confirm-readings': {
    needs: { ...READING, interactions: [['update', 'Observation']] },
    async perform({ readings, consciousness, supplementalOxygen }, at) {
      const found = await at.await(() => readingsOf(readings, at));
      if (found === undefined) throw new Refused(`”${readings.ref}” finns inte i journalen.`, 'absence');
      const reference = `Observation/${found.id}`;
      const seen = (sign: 'consciousness' | 'supplementalOxygen') =>
        coded(SYSTEMS.loinc, VITAL_SIGNS[sign].loinc, VITAL_SIGNS[sign].sv);
      await at.client.update('Observation', reference, at.context.token, (observation) => ({
        ...observation,
        status: 'final',
        performer: [at.me],
        component: [
          ...(observation.component ?? []),
          { code: seen('consciousness'), valueCodeableConcept: { text: consciousness } },
          { code: seen('supplementalOxygen'), valueBoolean: supplementalOxygen },
        ],
      }));
      return { reference };
    },
  },
};

function connectAgain({ connection }: { readonly connection: Ref }, at: Workstation): Promise<Made> {
  return connect(numberOn(at.context, connection), kindOf(at.context, connection), at.patient, at);
}

/** The device as it is put on somebody; taken off, it is `inactive`, and with somebody else it is another of these. */
async function connect(number: string, kind: DeviceKind, patient: string, at: Workstation): Promise<Made> {
  const { code, sv } = DEVICES[kind];
  const made = await at.about(patient).create<Device>(
    {
      resourceType: 'Device',
      identifier: [{ system: SYSTEMS.eui64, value: number }],
      status: 'active',
      type: coded(SYSTEMS.mdc, code, sv),
      patient: { reference: patient },
      owner: pointer(await at.unit(at.context.actor.unit)),
    },
    at.context.token,
  );
  return { ...made, data: { number } };
}

/** Tells whoever stands at the device, or the simulated device itself, what it is to do. */
async function exercise(
  code: string,
  text: string,
  connection: Ref,
  rows: readonly (readonly [name: string, value: string])[],
  at: Workstation,
): Promise<Made> {
  const number = readingNumber(at.context.token);
  const made = await at.make<Task>({
    resourceType: 'Task',
    identifier: [{ system: SYSTEMS.deviceReading, value: number }],
    status: 'completed',
    intent: 'order',
    code: concept(code, text),
    focus: { reference: madeBy(at, connection) },
    for: { reference: at.patient },
    authoredOn: at.now(),
    requester: at.me,
    ...(rows.length === 0
      ? {}
      : { input: rows.map(([name, valueString]) => ({ type: { text: name }, valueString })) }),
  });
  return { ...made, data: { number } };
}

const questions: QuestionTable<DeviceQuestion> = {
  'readings-unconfirmed': {
    needs: READING,
    expected: ({ shows }) => `I patientens journal står ${wordsOf(shows)}, från apparaten och obekräftat.`,
    async look({ readings, shows }, at) {
      const found = await readingsOf(readings, at);
      if (found === undefined) return NOT_IN_CHART;
      const shown = valuesIn(found);
      const device = madeBy(at, measuredIn(at.context, readings).connection);
      const isDevices = localReference(found.device?.reference ?? '') === device;
      return {
        seen: found.status === 'preliminary' && isDevices && shown === wordsOf(shows),
        observed: `I journalen står ${shown || 'inga värden'}${isDevices ? '' : ', men inte som apparatens'}, ${STATUS[found.status] ?? found.status}.`,
      };
    },
  },

  'readings-timed': {
    needs: READING,
    expected: ({ readings }) => `”${readings.ref}” står på den tid då det mättes.`,
    async look({ readings }, at) {
      const found = await readingsOf(readings, at);
      if (found === undefined) return NOT_IN_CHART;
      const measuredAt = Date.parse(String(boundOf(at.context, readings.ref).data?.startedAt));
      const off = Math.round((Date.parse(found.effectiveDateTime ?? '') - measuredAt) / MINUTE);
      return {
        seen: off === 0,
        observed: Number.isNaN(off)
          ? 'Mätningen står utan tid.'
          : `Mätningen står ${off === 0 ? 'på rätt tid' : `${Math.abs(off)} minuter för ${off > 0 ? 'sent' : 'tidigt'}`}.`,
      };
    },
  },

  'readings-confirmed': {
    needs: READING,
    expected: ({ confirmed }) => `”${confirmed.ref}” står som bekräftat, och av vem.`,
    async look({ confirmed }, at) {
      const { readings } = taskBehind<Of<DeviceTask, 'confirm-readings'>>(
        at.context,
        confirmed.ref,
        'confirm-readings',
      );
      const found = await readingsOf(readings, at);
      if (found === undefined) return NOT_IN_CHART;
      const { status, performer = [] } = found;
      return {
        seen: status === 'final' && performer.length > 0,
        observed: `Mätvärdena är ${STATUS[status] ?? status}${performer.length === 0 ? ', av ingen' : ''}.`,
      };
    },
  },

  'readings-held-back': {
    needs: { ...READING, searches: [...(READING.searches ?? []), ...(LISTED.searches ?? [])] },
    expected: ({ readings }) =>
      `”${readings.ref}” står inte i patientens journal, och enheten får veta att det inte har någon patient.`,
    async look({ readings }, at) {
      const found = await readingsOf(readings, at);
      if (found !== undefined)
        return { seen: false, observed: `Värdena står i journalen: ${valuesIn(found)}.` };
      return entryFor('device-unplaced', numberOn(at.context, readings), at);
    },
  },

  'alarm-with-unit': {
    needs: LISTED,
    expected: ({ alarm }, at) => `Enhetens lista har larmet: ${rowOf(alarmOf(at.context, alarm)).join(' ')}.`,
    async look({ alarm }, at) {
      const entry = await entryOf('device-alarm', numberOn(at.context, alarm), at);
      if (entry === undefined) return NOT_ON_LIST;
      const isOwn = localReference(entry.for?.reference ?? '') === at.patient;
      const [name, value] = rowOf(alarmOf(at.context, alarm));
      return {
        seen: isOwn && entry.description?.includes(`${name} ${value}`) === true,
        observed: `På listan står ${quoted(entry.description ?? '')}${isOwn ? '' : ', om en annan patient'}.`,
      };
    },
  },

  'gap-told': {
    needs: LISTED,
    expected: ({ connection }) =>
      `Enhetens lista säger att inget kommer från ”${connection.ref}”, och sedan när.`,
    look: async ({ connection }, at) => entryFor('device-gap', numberOn(at.context, connection), at),
  },

  'clock-told': {
    needs: LISTED,
    expected: ({ minutes }) => `Enhetens lista säger att apparatens klocka går ${minutes} minuter före.`,
    async look({ readings, minutes }, at) {
      const { connection } = measuredIn(at.context, readings);
      const entry = await entryOf('device-clock', numberOn(at.context, connection), at);
      if (entry === undefined) return NOT_ON_LIST;
      return {
        seen: entry.description?.includes(`${minutes} minuter före`) === true,
        observed: `På listan står ${quoted(entry.description ?? '')}.`,
      };
    },
  },
};

const NOT_IN_CHART: Sight = { seen: false, observed: 'Mätvärdena står inte i patientens journal.' };
const NOT_ON_LIST: Sight = { seen: false, observed: 'Inget om det står på enhetens lista.' };

const STATUS: Readonly<Record<string, string>> = {
  preliminary: 'obekräftat',
  final: 'bekräftat',
  amended: 'bekräftat och ändrat',
};

/** What the device sent under its number, where it stands in the patient's chart. */
async function readingsOf(readings: Ref, at: Workstation): Promise<Observation | undefined> {
  const number = numberOn(at.context, readings);
  const found = await at.client.search('Observation', {
    patient: at.patient,
    identifier: `${SYSTEMS.deviceReading}|${number}`,
  });
  return found.find(({ identifier = [] }) => identifier.some(({ value }) => value === number));
}

/** Names of units that charts write otherwise than people do. */
const UNIT_WORDS: Readonly<Record<string, string>> = { 'mm[Hg]': 'mmHg', Cel: '°C' };

function valuesIn({ component = [] }: Observation): string {
  return component
    .flatMap(({ code, valueQuantity }) => {
      const metric = Object.values(METRICS).find(({ code: mdc }) => hasCode(code, mdc));
      const unit = valueQuantity?.code ?? valueQuantity?.unit ?? '';
      return valueQuantity === undefined
        ? []
        : [
            `${metric?.sv ?? code.text ?? '?'} ${quantityText({ ...valueQuantity, unit: UNIT_WORDS[unit] ?? unit })}`,
          ];
    })
    .sort()
    .join(', ');
}

/** An entry of the list of the actor's own unit, about something with this number. */
async function entryOf(code: string, number: string, at: Workstation): Promise<Task | undefined> {
  const owner = await at.unit(at.context.actor.unit);
  const entries = await at.about(undefined).search('Task', {
    ...(owner === undefined ? {} : { owner }),
    code: `${SYSTEMS.genrep}|${code}`,
  });
  return entries.find(({ identifier = [] }) => identifier.some(({ value }) => value === number));
}

async function entryFor(code: string, number: string, at: Workstation): Promise<Sight> {
  const entry = await entryOf(code, number, at);
  return entry === undefined
    ? NOT_ON_LIST
    : { seen: true, observed: `På listan står ${quoted(entry.description ?? '')}.` };
}

/** What a system does by itself here. */
const workflows = {
  'device-gateway': {
    sv: 'tar emot mätvärden och larm från apparater och skriver dem hos den patient som apparaten sitter på',
  },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
