import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ListDescription, ScreenDescription } from '../description.ts';

const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;
const BAG = { heading: { sv: 'Påse', en: 'Bag' }, way: 'identifier.value' } as const;

const tasksCalled = (code: string): string =>
  `Task?patient={patient}&code=${SYSTEMS.genrep}|${code}&_sort=-authored-on`;

const ISSUED: ListDescription = {
  name: { sv: 'Utlämnade påsar', en: 'Bags issued' },
  of: tasksCalled('blood-unit'),
  columns: [NUMBER, BAG, { heading: { sv: 'Utlämnad', en: 'Issued' }, way: 'authoredOn', as: 'moment' }],
};

const ORDERED: ListDescription['columns'] = [
  NUMBER,
  { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
  { heading: { sv: 'Beställt', en: 'Ordered' }, way: 'authoredOn', as: 'moment' },
];

const concept = (code: string, text: string) => ({ coding: [{ system: SYSTEMS.genrep, code }], text });

/** Blood: ordered, issued, checked by two, given. */
export const blood: ScreenDescription = {
  tab: {
    path: 'blood',
    name: { sv: 'Blod', en: 'Blood' },
    lists: [
      ISSUED,
      {
        name: { sv: 'Beställt blod', en: 'Blood ordered' },
        of: `ServiceRequest?patient={patient}&code=${SYSTEMS.genrep}|blood-order&_sort=-authored`,
        columns: ORDERED,
      },
      {
        name: { sv: 'Kontroller', en: 'Checks' },
        of: tasksCalled('blood-check'),
        columns: [
          NUMBER,
          BAG,
          { heading: { sv: 'Av', en: 'By' }, way: 'requester.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'authoredOn', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Givet blod', en: 'Blood given' },
        of: `Procedure?patient={patient}&code=${SYSTEMS.genrep}|transfusion&_sort=-date`,
        columns: [
          NUMBER,
          BAG,
          { heading: { sv: 'Av', en: 'By' }, way: 'recorder.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'performedDateTime', as: 'moment' },
        ],
      },
    ],
    forms: [
      {
        name: { sv: 'Beställ blod', en: 'Order blood' },
        submit: { sv: 'Beställ', en: 'Order' },
        act: 'order tests',
        fields: [
          { name: 'to', label: { sv: 'Laboratorium', en: 'Laboratory' }, kind: 'unit', of: 'laboratory' },
        ],
        makes: [
          {
            resourceType: 'ServiceRequest',
            status: 'active',
            intent: 'order',
            code: concept('blood-order', 'Erytrocytkoncentrat, en enhet'),
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            authoredOn: '{now}',
            performer: ['{to}'],
          },
        ],
      },
      {
        name: { sv: 'Kontrollera påse mot patient', en: 'Check the bag against the patient' },
        submit: { sv: 'Signera kontrollen', en: 'Sign the check' },
        act: 'check blood',
        fields: [
          {
            name: 'bag',
            label: { sv: 'Kontrollerad påses nummer', en: 'Number of the bag checked' },
            kind: 'line',
          },
        ],
        makes: [
          {
            resourceType: 'Task',
            identifier: [{ system: SYSTEMS.bloodUnit, value: '{bag}' }],
            status: 'completed',
            intent: 'order',
            code: concept('blood-check', 'Kontroll av blodpåse mot patient'),
            for: { reference: '{patient}' },
            authoredOn: '{now}',
          },
        ],
      },
      {
        name: { sv: 'Ge blod', en: 'Give blood' },
        submit: { sv: 'Blodet ges', en: 'Blood is given' },
        act: 'give blood',
        fields: [
          { name: 'bag', label: { sv: 'Given påses nummer', en: 'Number of the bag given' }, kind: 'line' },
        ],
        makes: [
          {
            resourceType: 'Procedure',
            identifier: [{ system: SYSTEMS.bloodUnit, value: '{bag}' }],
            status: 'completed',
            code: concept('transfusion', 'Transfusion av erytrocyter'),
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            performedDateTime: '{now}',
          },
        ],
      },
    ],
  },
  queues: [
    {
      path: 'blood',
      name: { sv: 'Blodbeställningar', en: 'Orders of blood' },
      help: { sv: 'Blod som är beställt, att lämna ut.', en: 'Blood that is ordered, to be issued.' },
      roles: ['biomedical-scientist'],
      at: ['laboratory'],
      list: {
        name: { sv: 'Blodbeställningar', en: 'Orders of blood' },
        of: `ServiceRequest?performer={unit}&code=${SYSTEMS.genrep}|blood-order&_sort=-authored`,
        columns: ORDERED,
      },
      forms: [
        {
          name: { sv: 'Lämna ut blod', en: 'Issue blood' },
          submit: { sv: 'Lämna ut', en: 'Issue' },
          act: 'issue blood',
          fields: [
            { name: 'order', label: { sv: 'Beställning', en: 'Order' }, kind: 'record' },
            { name: 'bag', label: { sv: 'Påsens nummer', en: 'Number of the bag' }, kind: 'line' },
          ],
          makes: [
            {
              resourceType: 'Task',
              identifier: [{ system: SYSTEMS.bloodUnit, value: '{bag}' }],
              status: 'ready',
              intent: 'order',
              code: concept('blood-unit', 'Utlämnad blodpåse'),
              focus: { reference: '{order}' },
              for: { reference: '{patient}' },
              authoredOn: '{now}',
            },
          ],
        },
      ],
    },
  ],
};
