import { DEVICES, METRICS } from '../../../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { VITAL_SIGNS } from '../../../../domain/news2.ts';
import type {
  FieldDescription,
  FormDescription,
  ListDescription,
  ScreenDescription,
  Template,
} from '../description.ts';

const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;

const TOLD: ListDescription['columns'] = [
  NUMBER,
  { heading: { sv: 'Gäller', en: 'About' }, way: 'identifier.value' },
  { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
  { heading: { sv: 'Besked', en: 'Message' }, way: 'description' },
  { heading: { sv: 'När', en: 'When' }, way: 'authoredOn', as: 'moment' },
];

const TOLD_BY_DEVICES = ['device-alarm', 'device-gap', 'device-clock', 'device-unplaced']
  .map((code) => `${SYSTEMS.genrep}|${code}`)
  .join(',');

const DEVICE: FieldDescription = { name: 'device', label: { sv: 'Apparat', en: 'Device' }, kind: 'record' };

const connect = (kind: keyof typeof DEVICES, sv: string, en: string): FormDescription => {
  const { code, refId, ...name } = DEVICES[kind];
  return {
    name: { sv: `Koppla ${sv}`, en: `Connect ${en}` },
    submit: { sv: `Koppla ${sv} till patienten`, en: `Connect ${en} to the patient` },
    act: 'connect devices',
    fields: [
      {
        name: 'number',
        label: { sv: 'Skannat nummer (EUI-64)', en: 'Scanned number (EUI-64)' },
        kind: 'line',
      },
    ],
    makes: [
      {
        resourceType: 'Device',
        identifier: [{ system: SYSTEMS.eui64, value: '{number}' }],
        status: 'active',
        type: { coding: [{ system: SYSTEMS.mdc, code, display: refId }], text: name.sv },
        patient: { reference: '{patient}' },
        owner: '{unit}',
      },
    ],
  };
};

/** What a device in training is told to do: a Task that the gateway hands on to it. */
const exercise = (
  code: string,
  text: string,
  {
    name,
    submit,
    rows,
  }: Pick<FormDescription, 'name' | 'submit'> & { readonly rows: readonly FieldDescription[] },
): FormDescription => ({
  name,
  submit,
  act: 'handle devices',
  fields: [
    DEVICE,
    // No word, which would be a row: a number is the device's own.
    { name: 'number', label: { sv: 'Apparatens löpnummer', en: 'Number given by the device' }, kind: 'line' },
    ...rows,
  ],
  asRows: true,
  makes: [
    {
      resourceType: 'Task',
      identifier: [{ system: SYSTEMS.deviceReading, value: '{number}' }],
      status: 'completed',
      intent: 'order',
      code: { coding: [{ system: SYSTEMS.genrep, code }], text },
      focus: { reference: '{device}' },
      for: { reference: '{patient}' },
      authoredOn: '{now}',
      ...(rows.length === 0 ? {} : { input: '{rows}' }),
    },
  ],
});

const VALUES: readonly FieldDescription[] = Object.entries(METRICS).map(([name, { sv, en }]) => ({
  name,
  label: { sv, en },
  kind: 'line',
  mayBeEmpty: true,
}));

/** Which devices are on the patient, and what they tell; devices for training do here what they are told. */
export const devices: ScreenDescription = {
  tab: {
    path: 'devices',
    name: { sv: 'Apparater', en: 'Devices' },
    lists: [
      {
        name: { sv: 'Kopplade apparater', en: 'Connected devices' },
        of: 'Device?patient={patient}&_sort=-_lastUpdated',
        columns: [
          NUMBER,
          { heading: { sv: 'Apparat', en: 'Device' }, way: 'identifier.value' },
          { heading: { sv: 'Slag', en: 'Kind' }, way: 'type.text' },
          {
            heading: { sv: 'Läge', en: 'State' },
            way: 'status',
            as: {
              active: { sv: 'Kopplad', en: 'Connected' },
              inactive: { sv: 'Bortkopplad', en: 'Disconnected' },
            },
          },
        ],
      },
      {
        name: { sv: 'Besked från apparaterna', en: 'Messages from the devices' },
        of: `Task?patient={patient}&code=${TOLD_BY_DEVICES}&_sort=-authored-on`,
        columns: TOLD,
      },
    ],
    forms: [
      connect('monitor', 'monitor', 'a monitor'),
      connect('pump', 'pump', 'a pump'),
      {
        name: { sv: 'Koppla bort', en: 'Disconnect' },
        submit: { sv: 'Koppla bort apparaten', en: 'Disconnect the device' },
        act: 'connect devices',
        fields: [DEVICE],
        changes: { status: 'inactive' },
      },
      exercise('device-measures', 'Apparaten mäter', {
        name: { sv: 'Låt övningsapparaten mäta', en: 'Let the training device measure' },
        submit: { sv: 'Mät', en: 'Measure' },
        rows: [
          ...VALUES,
          { name: 'clock', label: { sv: 'Klockan före', en: 'Clock ahead' }, kind: 'line', mayBeEmpty: true },
        ],
      }),
      exercise('device-alarms', 'Apparaten larmar', {
        name: { sv: 'Låt övningsapparaten larma', en: 'Let the training device alarm' },
        submit: { sv: 'Larma', en: 'Alarm' },
        rows: VALUES,
      }),
      exercise('device-stops', 'Apparaten tystnar', {
        name: { sv: 'Tysta övningsapparaten', en: 'Silence the training device' },
        submit: { sv: 'Dra ur kabeln', en: 'Pull the cable' },
        rows: [],
      }),
    ],
  },
  queues: [
    {
      path: 'devices',
      name: { sv: 'Apparatlarm', en: 'Device alarms' },
      help: {
        sv: 'Larm, avbrott och klockor som går fel, från enhetens apparater.',
        en: 'Alarms, silence and clocks that are wrong, from the devices of the unit.',
      },
      roles: ['nurse', 'assistant-nurse', 'physician'],
      at: ['ward', 'intensive-care', 'emergency'],
      list: {
        name: { sv: 'Apparatlarm', en: 'Device alarms' },
        of: `Task?owner={unit}&code=${TOLD_BY_DEVICES}&_sort=-authored-on`,
        columns: TOLD,
      },
    },
  ],
};

/** More than any device sends at once. */
const MOST_VALUES = 12;

const seen = (sign: 'consciousness' | 'supplementalOxygen'): Template => {
  const { loinc, sv } = VITAL_SIGNS[sign];
  return { coding: [{ system: SYSTEMS.loinc, code: loinc, display: sv }], text: sv };
};

const confirm = (oxygen: boolean): FormDescription => ({
  name: oxygen
    ? { sv: 'Bekräfta mätvärden med syrgas', en: 'Confirm readings on oxygen' }
    : { sv: 'Bekräfta mätvärden utan syrgas', en: 'Confirm readings on air' },
  submit: { sv: 'Bekräfta', en: 'Confirm' },
  act: 'record measurements',
  fields: [
    { name: 'readings', label: { sv: 'Mätning', en: 'Readings' }, kind: 'record' },
    {
      name: 'level',
      label: { sv: 'Medvetande', en: 'Consciousness (ACVPU)' },
      kind: 'choice',
      of: {
        A: { sv: 'A – alert', en: 'A – alert' },
        C: { sv: 'C – nytillkommen förvirring', en: 'C – new confusion' },
        V: { sv: 'V – reagerar på tilltal', en: 'V – responds to voice' },
        P: { sv: 'P – reagerar på smärta', en: 'P – responds to pain' },
        U: { sv: 'U – reagerar inte', en: 'U – unresponsive' },
      },
    },
  ],
  changes: {
    status: 'final',
    component: [
      ...Array.from({ length: MOST_VALUES }, (_, place) => `{record.component.${place}}`),
      { code: seen('consciousness'), valueCodeableConcept: { text: '{level}' } },
      { code: seen('supplementalOxygen'), valueBoolean: oxygen },
    ],
  },
});

/** What devices have measured, until and after somebody has confirmed it. */
export const deviceReadings: ScreenDescription = {
  tab: {
    path: 'device-readings',
    name: { sv: 'Apparatvärden', en: 'Device readings' },
    lists: [
      {
        name: { sv: 'Apparatvärden', en: 'Device readings' },
        of: `Observation?patient={patient}&category=${SYSTEMS.genrep}|device-readings&_sort=-date`,
        columns: [
          NUMBER,
          { heading: { sv: 'Mätning', en: 'Readings' }, way: 'identifier.value' },
          { heading: { sv: 'Värden', en: 'Values' }, way: 'component', as: 'values' },
          {
            heading: { sv: 'Läge', en: 'State' },
            way: 'status',
            as: {
              preliminary: { sv: 'Obekräftat', en: 'Unconfirmed' },
              final: { sv: 'Bekräftat', en: 'Confirmed' },
              'entered-in-error': { sv: 'Felaktigt införd', en: 'Entered in error' },
            },
          },
          { heading: { sv: 'Mätt', en: 'Measured' }, way: 'effectiveDateTime', as: 'moment' },
          { heading: { sv: 'Apparat', en: 'Device' }, way: 'device', as: 'number' },
          { heading: { sv: 'Bekräftat av', en: 'Confirmed by' }, way: 'performer.display' },
        ],
      },
    ],
    forms: [confirm(true), confirm(false)],
  },
};
