import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ListDescription, ScreenDescription } from '../description.ts';

const CODE = { coding: [{ system: SYSTEMS.genrep, code: 'referral' }], text: 'Remiss' } as const;

const STATUS = {
  requested: { sv: 'Inte bedömd', en: 'Not assessed' },
  accepted: { sv: 'Mottagen', en: 'Accepted' },
  rejected: { sv: 'Återsänd', en: 'Returned' },
  completed: { sv: 'Besvarad', en: 'Answered' },
} as const;

const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Nummer', en: 'Number' }, way: 'focus', as: 'number' },
  { heading: { sv: 'Frågeställning', en: 'Question' }, way: 'description' },
  { heading: { sv: 'Till', en: 'To' }, way: 'owner', as: 'unit' },
  { heading: { sv: 'Skickad', en: 'Sent' }, way: 'authoredOn', as: 'moment' },
  { heading: { sv: 'Status', en: 'Status' }, way: 'status', as: STATUS },
  { heading: { sv: 'Skäl', en: 'Reason' }, way: 'statusReason.text' },
  { heading: { sv: 'Svar', en: 'Answer' }, way: 'output.0.valueString' },
];

const RECORD = { name: 'task', label: { sv: 'Remiss', en: 'Referral' }, kind: 'record' } as const;

/** Referrals: from whom, to whom, since when, and what came of them. */
export const referrals: ScreenDescription = {
  tab: {
    path: 'referrals',
    name: { sv: 'Remisser', en: 'Referrals' },
    lists: [
      {
        name: { sv: 'Patientens remisser', en: 'The patient’s referrals' },
        of: `Task?patient={patient}&code=${SYSTEMS.genrep}|referral&_sort=-authored-on`,
        columns: COLUMNS,
      },
    ],
    forms: [
      {
        name: { sv: 'Skicka remiss', en: 'Send a referral' },
        submit: { sv: 'Skicka remissen', en: 'Send the referral' },
        act: 'send referrals',
        fields: [
          { name: 'to', label: { sv: 'Mottagare', en: 'Receiver' }, kind: 'unit', of: 'clinic' },
          { name: 'question', label: { sv: 'Frågeställning', en: 'Question' }, kind: 'text' },
        ],
        makes: [
          {
            resourceType: 'ServiceRequest',
            status: 'active',
            intent: 'order',
            category: [{ coding: [{ system: SYSTEMS.snomed, code: '3457005' }], text: 'Remiss' }],
            code: CODE,
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            authoredOn: '{now}',
            performer: ['{to}'],
            reasonCode: [{ text: '{question}' }],
          },
          {
            resourceType: 'Task',
            status: 'requested',
            intent: 'order',
            code: CODE,
            description: '{question}',
            focus: { reference: '{made0}' },
            for: { reference: '{patient}' },
            authoredOn: '{now}',
            owner: '{to}',
          },
        ],
      },
      {
        name: { sv: 'Ta emot remiss', en: 'Accept a referral' },
        submit: { sv: 'Ta emot', en: 'Accept' },
        act: 'assess and answer referrals',
        fields: [RECORD],
        changes: { status: 'accepted' },
      },
      {
        name: { sv: 'Återsänd remiss', en: 'Return a referral' },
        submit: { sv: 'Återsänd', en: 'Return' },
        act: 'assess and answer referrals',
        fields: [RECORD, { name: 'reason', label: { sv: 'Skäl', en: 'Reason' }, kind: 'text' }],
        changes: { status: 'rejected', statusReason: { text: '{reason}' } },
      },
      {
        name: { sv: 'Besvara remiss', en: 'Answer a referral' },
        submit: { sv: 'Besvara', en: 'Answer' },
        act: 'assess and answer referrals',
        fields: [RECORD, { name: 'answer', label: { sv: 'Svar', en: 'Answer' }, kind: 'text' }],
        changes: {
          status: 'completed',
          output: [
            {
              type: { coding: [{ system: SYSTEMS.genrep, code: 'referral-answer' }], text: 'Remissvar' },
              valueString: '{answer}',
            },
          ],
        },
      },
    ],
  },
  queues: [
    {
      path: 'referrals',
      name: { sv: 'Obesvarade remisser', en: 'Unanswered referrals' },
      help: {
        sv: 'Remisser till enheten som väntar, äldst först.',
        en: 'Referrals that wait here, oldest first.',
      },
      roles: ['physician', 'nurse', 'medical-secretary'],
      at: ['clinic'],
      list: {
        name: { sv: 'Obesvarade remisser', en: 'Unanswered referrals' },
        of: `Task?owner={unit}&code=${SYSTEMS.genrep}|referral&status=requested,accepted&_sort=authored-on`,
        columns: COLUMNS,
      },
    },
  ],
};
