import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ListDescription, ScreenDescription } from '../description.ts';

const SURGERY = { coding: [{ system: SYSTEMS.genrep, code: 'surgery' }], text: 'Operation' } as const;

const STATUS = {
  waitlist: { sv: 'Väntar', en: 'Waits' },
  booked: { sv: 'Bokad', en: 'Booked' },
  noshow: { sv: 'Uteblev', en: 'No-show' },
  fulfilled: { sv: 'Genomförd', en: 'Done' },
  cancelled: { sv: 'Avbokad', en: 'Cancelled' },
} as const;

const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
  { heading: { sv: 'Åtgärd', en: 'Procedure' }, way: 'description' },
  { heading: { sv: 'Status', en: 'Status' }, way: 'status', as: STATUS },
  { heading: { sv: 'Tid', en: 'Time' }, way: 'start', as: 'moment' },
];

const PATIENT = { actor: { reference: '{patient}' }, status: 'accepted' } as const;
const OWN_UNIT = {
  actor: {
    type: 'Organization',
    identifier: { system: SYSTEMS.hsaId, value: '{hsaId}' },
    display: '{unitName}',
  },
  status: 'accepted',
} as const;
const CALLED_TO = {
  actor: {
    type: 'Organization',
    identifier: { system: SYSTEMS.hsaId, value: '{toHsaId}' },
    display: '{toName}',
  },
  status: 'accepted',
} as const;
const ENTRY = { name: 'entry', label: { sv: 'Patientens plats', en: 'Entry' }, kind: 'record' } as const;

const ofUnit = `actor:identifier=${SYSTEMS.hsaId}|{hsaId}`;

/** Planned surgery: who waits, who is called to when, who did not come, what was done, and when the patient comes back. */
export const plannedCare: ScreenDescription = {
  tab: {
    path: 'planned',
    name: { sv: 'Planerad vård', en: 'Planned care' },
    lists: [
      {
        name: { sv: 'Väntelista och tider', en: 'Waiting list and times' },
        of: 'Appointment?patient={patient}&_sort=-_lastUpdated',
        columns: COLUMNS,
      },
      {
        name: { sv: 'Operationer', en: 'Operations' },
        of: 'Procedure?patient={patient}&_sort=-date',
        columns: [
          { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
          { heading: { sv: 'Åtgärd', en: 'Procedure' }, way: 'code.text' },
          { heading: { sv: 'Utförd', en: 'Done' }, way: 'performedDateTime', as: 'moment' },
          { heading: { sv: 'Av', en: 'By' }, way: 'recorder.display' },
        ],
      },
    ],
    forms: [
      {
        name: { sv: 'Sätt upp på väntelista', en: 'Put on the waiting list' },
        submit: { sv: 'Sätt upp', en: 'Put on the list' },
        act: 'book appointments',
        fields: [{ name: 'procedure', label: { sv: 'Åtgärd', en: 'Procedure' }, kind: 'line' }],
        makes: [
          {
            resourceType: 'Appointment',
            status: 'waitlist',
            serviceType: [SURGERY],
            description: '{procedure}',
            created: '{now}',
            participant: [PATIENT, OWN_UNIT],
          },
        ],
      },
      {
        name: { sv: 'Kalla till operation', en: 'Call to surgery' },
        submit: { sv: 'Kalla till operation', en: 'Call to surgery' },
        act: 'book appointments',
        fields: [
          ENTRY,
          {
            name: 'to',
            label: { sv: 'Operationsenhet', en: 'Operating department' },
            kind: 'unit',
            of: 'surgery',
          },
          { name: 'start', label: { sv: 'Tid', en: 'Time' }, kind: 'time', minutes: 120 },
        ],
        changes: {
          status: 'booked',
          start: '{start}',
          end: '{startEnd}',
          participant: [PATIENT, OWN_UNIT, CALLED_TO],
        },
      },
      {
        name: { sv: 'Anteckna uteblivande', en: 'Note a no-show' },
        submit: { sv: 'Uteblev', en: 'Did not come' },
        act: 'book appointments',
        fields: [ENTRY],
        changes: { status: 'noshow' },
      },
      {
        name: { sv: 'Avboka', en: 'Cancel' },
        submit: { sv: 'Stryk', en: 'Strike out' },
        act: 'book appointments',
        fields: [ENTRY],
        changes: { status: 'cancelled' },
      },
      {
        name: { sv: 'Dokumentera operation', en: 'Record an operation' },
        submit: { sv: 'Signera operationen', en: 'Sign the operation' },
        act: 'record procedures',
        fields: [ENTRY],
        makes: [
          {
            resourceType: 'Procedure',
            status: 'completed',
            category: { coding: [{ system: SYSTEMS.snomed, code: '387713003' }], text: 'Operation' },
            code: { text: '{entryWords}' },
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            performedDateTime: '{now}',
          },
        ],
        changes: { status: 'fulfilled' },
      },
      {
        name: { sv: 'Boka återbesök', en: 'Book a follow-up' },
        submit: { sv: 'Boka återbesöket', en: 'Book the follow-up' },
        act: 'book appointments',
        fields: [
          {
            name: 'start',
            label: { sv: 'Tid för återbesöket', en: 'Time of the follow-up' },
            kind: 'time',
            minutes: 30,
          },
        ],
        makes: [
          {
            resourceType: 'Appointment',
            status: 'booked',
            appointmentType: {
              coding: [{ system: SYSTEMS.genrep, code: 'follow-up' }],
              text: 'Återbesök',
            },
            description: 'Återbesök',
            start: '{start}',
            end: '{startEnd}',
            participant: [PATIENT, OWN_UNIT],
          },
        ],
      },
    ],
  },
  queues: [
    {
      path: 'to-call',
      name: { sv: 'Att kalla', en: 'To be called' },
      help: {
        sv: 'De som väntar på en tid, och de som uteblev från sin.',
        en: 'Those who wait for a time, and those who did not come to theirs.',
      },
      roles: ['medical-secretary', 'nurse', 'physician'],
      at: ['clinic'],
      list: {
        name: { sv: 'Att kalla', en: 'To be called' },
        of: `Appointment?${ofUnit}&status=waitlist,noshow&_sort=_lastUpdated`,
        columns: COLUMNS,
      },
    },
    {
      path: 'surgery',
      name: { sv: 'Operationsprogram', en: 'Surgery schedule' },
      help: { sv: 'De som är kallade till operation.', en: 'Those who are called to surgery.' },
      roles: ['nurse', 'physician', 'medical-secretary'],
      at: ['surgery'],
      list: {
        name: { sv: 'Operationsprogram', en: 'Surgery schedule' },
        of: `Appointment?${ofUnit}&status=booked&_sort=date`,
        columns: COLUMNS,
      },
    },
  ],
};
