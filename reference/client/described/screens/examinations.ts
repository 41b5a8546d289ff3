import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { UnitKind } from '../../../../domain/role.ts';
import type {
  FormDescription,
  ListDescription,
  QueueDescription,
  ScreenDescription,
} from '../description.ts';

/** What can be ordered, and who does it; a name is the same in both languages where no English one is in use. */
const EXAMINATIONS: readonly (readonly [code: string, sv: string, en: string, at: UnitKind])[] = [
  ['ct-head', 'DT hjärna', 'CT of the head', 'imaging'],
  ['ct-abdomen-contrast', 'DT buk med kontrast', 'CT of the abdomen with contrast', 'imaging'],
  ['ct-chest', 'DT thorax', 'CT of the chest', 'imaging'],
  ['x-ray-hip', 'röntgen höft', 'X-ray of the hip', 'imaging'],
  ['stool-culture', 'odling i feces', 'stool culture', 'laboratory'],
];

const CATEGORY = { coding: [{ system: SYSTEMS.genrep, code: 'examination' }], text: 'Undersökning' } as const;
const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;
const WHAT = { heading: { sv: 'Undersökning', en: 'Examination' }, way: 'code.text' } as const;
const ANSWER = { name: 'answer', label: { sv: 'Svar', en: 'Answer' }, kind: 'text' } as const;
const RECORD = {
  name: 'chosen',
  label: { sv: 'Undersökning', en: 'Examination' },
  kind: 'record',
} as const;
const SUBMIT = { sv: 'Lämna svaret', en: 'Give the answer' } as const;

const orderOf = ([code, sv, en, at]: (typeof EXAMINATIONS)[number]): FormDescription => ({
  name: { sv: `Beställ ${sv}`, en: `Order ${en}` },
  submit: { sv: 'Beställ', en: 'Order' },
  act: 'order examinations',
  fields: [
    { name: 'to', label: { sv: 'Utförs av', en: 'Done by' }, kind: 'unit', of: at },
    { name: 'question', label: { sv: 'Frågeställning', en: 'Question' }, kind: 'text' },
  ],
  makes: [
    {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      category: [CATEGORY],
      code: { coding: [{ system: SYSTEMS.genrep, code }], text: sv },
      subject: { reference: '{patient}' },
      encounter: '{encounter}',
      authoredOn: '{now}',
      performer: ['{to}'],
      reasonCode: [{ text: '{question}' }],
    },
  ],
});

const answerAs = (status: 'preliminary' | 'final') => ({
  resourceType: 'DiagnosticReport',
  status,
  category: [CATEGORY],
  code: '{record.code}',
  basedOn: [{ reference: '{chosen}' }],
  subject: { reference: '{patient}' },
  encounter: '{record.encounter}',
  issued: '{now}',
  conclusion: '{answer}',
});

const ORDERED: ListDescription['columns'] = [
  NUMBER,
  WHAT,
  { heading: { sv: 'Frågeställning', en: 'Question' }, way: 'reasonCode.0.text' },
  { heading: { sv: 'Beställd', en: 'Ordered' }, way: 'authoredOn', as: 'moment' },
];

const ANSWERED: ListDescription['columns'] = [
  NUMBER,
  WHAT,
  { heading: { sv: 'Svar', en: 'Answer' }, way: 'conclusion' },
  {
    heading: { sv: 'Status', en: 'Status' },
    way: 'status',
    as: {
      preliminary: { sv: 'Preliminärt', en: 'Preliminary' },
      final: { sv: 'Slutligt', en: 'Final' },
    },
  },
  { heading: { sv: 'Svarat', en: 'Answered' }, way: 'issued', as: 'moment' },
];

const answerForm = (
  name: FormDescription['name'],
  { makes, changes }: Pick<FormDescription, 'makes' | 'changes'>,
): FormDescription => ({
  name,
  submit: SUBMIT,
  act: 'answer examinations',
  fields: [RECORD, ANSWER],
  ...(makes === undefined ? {} : { makes }),
  ...(changes === undefined ? {} : { changes }),
});

/** A list of those who do examinations. */
const queueOf = (
  path: string,
  name: QueueDescription['name'],
  help: QueueDescription['help'],
  list: Omit<ListDescription, 'name'>,
  forms: readonly FormDescription[],
): QueueDescription => ({
  path,
  name,
  help,
  roles: ['physician', 'biomedical-scientist'],
  at: ['imaging', 'laboratory'],
  list: { name, ...list },
  forms,
});

/** What the unit is to do, or has answered finally. */
const ofUnit = (answered: boolean): Omit<ListDescription, 'name'> => ({
  of: `ServiceRequest?performer={unit}&category=${SYSTEMS.genrep}|examination&status=active&_sort=-authored`,
  pointedAt: {
    of: `DiagnosticReport?category=${SYSTEMS.genrep}|examination&status=final&_sort=-issued`,
    by: 'basedOn.reference',
    is: answered,
  },
  columns: ORDERED,
});

/** Examinations: ordered, done, answered preliminarily and finally. */
export const examinations: ScreenDescription = {
  tab: {
    path: 'examinations',
    name: { sv: 'Undersökningar', en: 'Examinations' },
    lists: [
      {
        name: { sv: 'Beställda', en: 'Ordered' },
        of: `ServiceRequest?patient={patient}&category=${SYSTEMS.genrep}|examination&_sort=-authored`,
        columns: ORDERED,
      },
      {
        name: { sv: 'Svar på undersökningar', en: 'Answers to examinations' },
        of: `DiagnosticReport?patient={patient}&category=${SYSTEMS.genrep}|examination&_sort=-issued`,
        columns: ANSWERED,
      },
    ],
    forms: EXAMINATIONS.map(orderOf),
  },
  queues: [
    queueOf(
      'examinations',
      { sv: 'Beställda undersökningar', en: 'Examinations ordered' },
      { sv: 'Undersökningar att göra och besvara.', en: 'Examinations to be done and answered.' },
      ofUnit(false),
      [
        answerForm(
          { sv: 'Preliminärt svar', en: 'Preliminary answer' },
          { makes: [answerAs('preliminary')] },
        ),
        answerForm({ sv: 'Slutsvar', en: 'Final answer' }, { makes: [answerAs('final')] }),
      ],
    ),
    queueOf(
      'preliminary',
      { sv: 'Preliminära svar', en: 'Preliminary answers' },
      { sv: 'Svar som väntar på att bli slutliga.', en: 'Answers that wait to become final.' },
      {
        of: `DiagnosticReport?category=${SYSTEMS.genrep}|examination&status=preliminary&_sort=-issued`,
        columns: ANSWERED,
      },
      [
        answerForm(
          { sv: 'Gör slutligt', en: 'Make final' },
          { changes: { status: 'final', conclusion: '{answer}' } },
        ),
      ],
    ),
    queueOf(
      'examined',
      { sv: 'Besvarade undersökningar', en: 'Examinations answered' },
      { sv: 'Undersökningar som har fått sitt slutsvar.', en: 'Examinations with their final answer.' },
      ofUnit(true),
      [
        answerForm(
          { sv: 'Preliminärt svar i efterhand', en: 'Preliminary answer afterwards' },
          { makes: [answerAs('preliminary')] },
        ),
      ],
    ),
  ],
};
