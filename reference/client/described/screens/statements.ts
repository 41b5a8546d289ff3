import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type {
  FieldDescription,
  FormDescription,
  ListDescription,
  ScreenDescription,
  TabDescription,
} from '../description.ts';
import { REQUESTS, STATEMENTS, type Statement } from './statement-kinds.ts';

const rowFields = ({ rows }: Statement): readonly FieldDescription[] =>
  rows.map((label, at) => ({ name: `row${at}`, label, kind: 'line', mayBeEmpty: true }) as const);

const SENT: FieldDescription = { name: 'sent', label: { sv: 'Skickat', en: 'Sent' }, kind: 'record' };

const formOf = (statement: Statement, act: FormDescription['act']): FormDescription => ({
  name: statement.name,
  submit: { sv: 'Skicka', en: 'Send' },
  act,
  ...(statement.from === undefined ? {} : { at: statement.from }),
  asRows: true,
  fields: [
    { name: 'to', label: { sv: 'Mottagare', en: 'Receiver' }, kind: 'unit', of: statement.to },
    ...rowFields(statement),
  ],
  makes: [
    {
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      code: {
        coding: [
          { system: SYSTEMS.genrep, code: 'statement' },
          { system: SYSTEMS.genrep, code: statement.code },
        ],
        text: statement.name.sv,
      },
      for: { reference: '{patient}' },
      authoredOn: '{now}',
      owner: '{to}',
      input: '{rows}',
    },
  ],
});

/** It says something else, and waits to be received anew. */
const changeOf = (statement: Statement): FormDescription => ({
  name: { sv: `Ändra ${statement.name.sv.toLowerCase()}`, en: `Change ${statement.name.en.toLowerCase()}` },
  submit: { sv: 'Spara ändringen', en: 'Save the change' },
  act: 'change and withdraw what was sent',
  ...(statement.from === undefined ? {} : { at: statement.from }),
  asRows: true,
  fields: [SENT, ...rowFields(statement)],
  changes: { status: 'requested', input: '{rows}' },
});

const WITHDRAW: FormDescription = {
  name: { sv: 'Återkalla', en: 'Withdraw' },
  submit: { sv: 'Återkalla', en: 'Withdraw' },
  act: 'change and withdraw what was sent',
  at: ['ward'],
  fields: [SENT, { name: 'reason', label: { sv: 'Skäl', en: 'Reason' }, kind: 'line' }],
  changes: { status: 'cancelled', statusReason: { text: '{reason}' } },
};

const STATUS = {
  requested: { sv: 'Skickat', en: 'Sent' },
  accepted: { sv: 'Mottaget', en: 'Received' },
  cancelled: { sv: 'Återkallat', en: 'Withdrawn' },
} as const;

const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' },
  { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
  { heading: { sv: 'Uppgifter', en: 'Contents' }, way: 'input', as: 'rows' },
  { heading: { sv: 'Från', en: 'From' }, way: 'requester.display' },
  { heading: { sv: 'Till', en: 'To' }, way: 'owner', as: 'unit' },
  { heading: { sv: 'Skickat', en: 'Sent' }, way: 'authoredOn', as: 'moment' },
  { heading: { sv: 'Status', en: 'Status' }, way: 'status', as: STATUS },
  { heading: { sv: 'Skäl', en: 'Reason' }, way: 'statusReason.text' },
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
    forms: [
      ...STATEMENTS.map((statement) =>
        formOf(statement, statement.byPhysician ? 'issue physicians’ certificates' : 'report about patients'),
      ),
      ...STATEMENTS.filter(({ mayChange }) => mayChange).map(changeOf),
      WITHDRAW,
    ],
  },
  queues: [
    {
      path: 'statements',
      name: { sv: 'Intyg och anmälningar', en: 'Certificates and notifications' },
      help: {
        sv: 'Det som har kommit till enheten, nyast först.',
        en: 'What has come to the unit, newest first.',
      },
      roles: [
        'physician',
        'nurse',
        'midwife',
        'district-nurse',
        'care-manager',
        'case-officer',
        'school-staff',
      ],
      at: [...new Set([...STATEMENTS, ...REQUESTS].map(({ to }) => to))],
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

/** The patient's own requests, and the plan that the patient has taken part in: a tab of the patient's own pages. */
export const OWN_CASES: TabDescription = {
  path: 'cases',
  name: { sv: 'Ärenden', en: 'Cases' },
  lists: [
    {
      name: { sv: 'Ärenden', en: 'Cases' },
      of: `Task?patient={patient}&code=${SYSTEMS.genrep}|statement&_sort=-authored-on`,
      columns: COLUMNS,
    },
  ],
  forms: REQUESTS.map((request) => formOf(request, 'send requests of one’s own')),
};
