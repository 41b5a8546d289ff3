import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { UnitKind } from '../../../../domain/role.ts';
import type { FormDescription, ListDescription, ScreenDescription, Words } from '../description.ts';

/** A certificate, notification or report: to whom, and what it says. */
interface Statement {
  readonly code: string;
  readonly name: Words;
  readonly to: UnitKind;
  /** Whether it takes a physician. */
  readonly byPhysician: boolean;
  readonly rows: readonly Words[];
}

const STATEMENTS: readonly Statement[] = [
  {
    code: 'sick-leave-certificate',
    name: { sv: 'Läkarintyg för sjukpenning', en: 'Sick leave certificate' },
    to: 'social-insurance',
    byPhysician: true,
    rows: [
      { sv: 'Diagnos', en: 'Diagnosis' },
      { sv: 'Funktionsnedsättning', en: 'Impairment' },
      { sv: 'Nedsättning', en: 'Reduction of work capacity' },
      { sv: 'Från', en: 'From' },
      { sv: 'Till', en: 'To' },
    ],
  },
  {
    code: 'infection-notification',
    name: { sv: 'Smittskyddsanmälan', en: 'Notification of infectious disease' },
    to: 'infection-control',
    byPhysician: true,
    rows: [
      { sv: 'Sjukdom', en: 'Disease' },
      { sv: 'Smittväg', en: 'Route of infection' },
      { sv: 'Smittland', en: 'Country of infection' },
      { sv: 'Åtgärder', en: 'Measures' },
    ],
  },
  {
    code: 'care-certificate',
    name: { sv: 'Vårdintyg', en: 'Certificate for compulsory care' },
    to: 'psychiatry',
    byPhysician: true,
    rows: [
      { sv: 'Undersökning', en: 'Examination' },
      { sv: 'Psykisk störning', en: 'Mental disorder' },
      { sv: 'Vårdbehov', en: 'Need of care' },
      { sv: 'Inställning till vård', en: 'Attitude to care' },
    ],
  },
  {
    code: 'compulsory-admission',
    name: { sv: 'Beslut om intagning', en: 'Decision on compulsory admission' },
    to: 'psychiatry',
    byPhysician: true,
    rows: [
      { sv: 'Beslut', en: 'Decision' },
      { sv: 'Skäl', en: 'Reasons' },
    ],
  },
  {
    code: 'ambulance-alert',
    name: { sv: 'Förvarning', en: 'Pre-alert' },
    to: 'emergency',
    byPhysician: false,
    rows: [
      { sv: 'Larm', en: 'Alert' },
      { sv: 'Symtom', en: 'Symptoms' },
      { sv: 'Insjuknade', en: 'Onset' },
      { sv: 'Ankomst', en: 'Arrival' },
    ],
  },
  {
    code: 'intensive-care-report',
    name: { sv: 'Överrapportering', en: 'Report to intensive care' },
    to: 'intensive-care',
    byPhysician: false,
    rows: [
      { sv: 'Situation', en: 'Situation' },
      { sv: 'Bakgrund', en: 'Background' },
      { sv: 'Aktuellt', en: 'Assessment' },
      { sv: 'Rekommendation', en: 'Recommendation' },
    ],
  },
  {
    code: 'cancer-suspicion',
    name: { sv: 'Besked om välgrundad misstanke', en: 'Notice of well-founded suspicion of cancer' },
    to: 'clinic',
    byPhysician: true,
    rows: [
      { sv: 'Vårdförlopp', en: 'Care pathway' },
      { sv: 'Fynd', en: 'Findings' },
      { sv: 'Välgrundad misstanke', en: 'Well-founded suspicion' },
    ],
  },
  {
    code: 'health-declaration',
    name: { sv: 'Hälsodeklaration', en: 'Health declaration' },
    to: 'surgery',
    byPhysician: false,
    rows: [
      { sv: 'Sjukdomar', en: 'Diseases' },
      { sv: 'Läkemedel', en: 'Drugs' },
      { sv: 'Allergi', en: 'Allergy' },
      { sv: 'Vuxen hemma', en: 'Adult at home' },
    ],
  },
  {
    code: 'surgical-checklist',
    name: { sv: 'Checklista före operation', en: 'Surgical safety checklist' },
    to: 'surgery',
    byPhysician: false,
    rows: [
      { sv: 'Identitet', en: 'Identity' },
      { sv: 'Åtgärd och sida', en: 'Procedure and side' },
      { sv: 'Fasta', en: 'Fasting' },
      { sv: 'Antibiotika', en: 'Antibiotics' },
    ],
  },
  {
    code: 'home-readiness',
    name: { sv: 'Hemgångsbedömning', en: 'Assessment before going home' },
    to: 'clinic',
    byPhysician: false,
    rows: [
      { sv: 'Vaken och orienterad', en: 'Awake and oriented' },
      { sv: 'Smärta', en: 'Pain' },
      { sv: 'Ätit och druckit', en: 'Has eaten and drunk' },
      { sv: 'Vuxen hemma', en: 'Adult at home' },
    ],
  },
  {
    code: 'hip-surgery-request',
    name: { sv: 'Anmälan till höftoperation', en: 'Request for hip surgery' },
    to: 'surgery',
    byPhysician: true,
    rows: [
      { sv: 'Åtgärd', en: 'Procedure' },
      { sv: 'Sida', en: 'Side' },
      { sv: 'Antikoagulantia', en: 'Anticoagulants' },
      { sv: 'Fastar sedan', en: 'Fasting since' },
    ],
  },
  {
    code: 'surgery-report',
    name: { sv: 'Operationsrapport', en: 'Report from surgery' },
    to: 'ward',
    byPhysician: false,
    rows: [
      { sv: 'Operation', en: 'Operation' },
      { sv: 'Blödning', en: 'Bleeding' },
      { sv: 'Smärtlindring', en: 'Pain relief' },
      { sv: 'Belastning', en: 'Weight bearing' },
    ],
  },
  {
    code: 'antenatal-enrolment',
    name: { sv: 'Inskrivning i mödravården', en: 'Antenatal enrolment' },
    to: 'maternity',
    byPhysician: false,
    rows: [
      { sv: 'Beräknad förlossning', en: 'Due date' },
      { sv: 'Blodgrupp', en: 'Blood group' },
      { sv: 'Risker', en: 'Risks' },
      { sv: 'Läkemedel', en: 'Drugs' },
    ],
  },
];

const formOf = ({ code, name, to, byPhysician, rows }: Statement): FormDescription => ({
  name,
  submit: { sv: 'Skicka', en: 'Send' },
  act: byPhysician ? 'issue physicians’ certificates' : 'report about patients',
  asRows: true,
  fields: [
    { name: 'to', label: { sv: 'Mottagare', en: 'Receiver' }, kind: 'unit', of: to },
    ...rows.map((label, at) => ({ name: `row${at}`, label, kind: 'line', mayBeEmpty: true }) as const),
  ],
  makes: [
    {
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      code: {
        coding: [
          { system: SYSTEMS.genrep, code: 'statement' },
          { system: SYSTEMS.genrep, code },
        ],
        text: name.sv,
      },
      for: { reference: '{patient}' },
      authoredOn: '{now}',
      owner: '{to}',
      input: '{rows}',
    },
  ],
});

const STATUS = {
  requested: { sv: 'Skickat', en: 'Sent' },
  accepted: { sv: 'Mottaget', en: 'Received' },
} as const;

const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
  { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
  { heading: { sv: 'Uppgifter', en: 'Contents' }, way: 'input', as: 'rows' },
  { heading: { sv: 'Från', en: 'From' }, way: 'requester.display' },
  { heading: { sv: 'Till', en: 'To' }, way: 'owner', as: 'unit' },
  { heading: { sv: 'Skickat', en: 'Sent' }, way: 'authoredOn', as: 'moment' },
  { heading: { sv: 'Status', en: 'Status' }, way: 'status', as: STATUS },
];

/** Certificates, notifications and reports: sent to whom, and whether they came. */
export const statements: ScreenDescription = {
  tab: {
    path: 'statements',
    name: { sv: 'Intyg', en: 'Certificates' },
    lists: [
      {
        name: { sv: 'Skickade intyg och anmälningar', en: 'Certificates and notifications sent' },
        of: `Task?patient={patient}&code=${SYSTEMS.genrep}|statement&_sort=-authored-on`,
        columns: COLUMNS,
      },
    ],
    forms: STATEMENTS.map(formOf),
  },
  queues: [
    {
      path: 'statements',
      name: { sv: 'Intyg och anmälningar', en: 'Certificates and notifications' },
      help: {
        sv: 'Det som har kommit till enheten, nyast först.',
        en: 'What has come to the unit, newest first.',
      },
      roles: ['physician', 'nurse', 'midwife', 'case-officer'],
      at: [...new Set(STATEMENTS.map(({ to }) => to))],
      list: {
        name: { sv: 'Intyg och anmälningar', en: 'Certificates and notifications' },
        of: `Task?owner={unit}&code=${SYSTEMS.genrep}|statement&_sort=-authored-on`,
        columns: COLUMNS,
      },
      forms: [
        {
          name: { sv: 'Kvittera mottagandet', en: 'Acknowledge receipt' },
          submit: { sv: 'Kvittera mottagandet', en: 'Acknowledge receipt' },
          act: 'receive certificates and notifications',
          fields: [{ name: 'task', label: { sv: 'Kommit', en: 'Arrived' }, kind: 'record' }],
          changes: { status: 'accepted' },
        },
      ],
    },
  ],
};
