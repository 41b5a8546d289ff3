import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { FormDescription, ListDescription, ScreenDescription } from '../description.ts';

const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;
const LABELS = `${SYSTEMS.genrep}|specimen-label,${SYSTEMS.genrep}|wristband`;

const PRINTED: ListDescription['columns'] = [
  NUMBER,
  { heading: { sv: 'Vad', en: 'What' }, way: 'code.text' },
  { heading: { sv: 'Streckkod', en: 'Bar code' }, way: 'identifier.value' },
  { heading: { sv: 'Skrivare', en: 'Printer' }, way: 'owner', as: 'unit' },
  { heading: { sv: 'Utskriven', en: 'Printed' }, way: 'authoredOn', as: 'moment' },
  { heading: { sv: 'Etikett', en: 'Label' }, way: 'output.valueAttachment.data', as: 'label' },
];

const TUBES: ListDescription['columns'] = [
  NUMBER,
  { heading: { sv: 'Etikett', en: 'Label' }, way: 'accessionIdentifier.value' },
  { heading: { sv: 'Taget', en: 'Collected' }, way: 'collection.collectedDateTime', as: 'moment' },
  { heading: { sv: 'Mottaget', en: 'Received' }, way: 'receivedTime', as: 'moment' },
];

const printing = (
  name: FormDescription['name'],
  submit: FormDescription['submit'],
  [code, text]: readonly [string, string],
  order?: { readonly focus: { readonly reference: string } },
): FormDescription => ({
  name,
  submit,
  act: 'print labels',
  fields:
    order === undefined ? [] : [{ name: 'order', label: { sv: 'Beställning', en: 'Order' }, kind: 'record' }],
  makes: [
    {
      resourceType: 'Task',
      status: 'completed',
      intent: 'order',
      code: { coding: [{ system: SYSTEMS.genrep, code }], text },
      ...order,
      for: { reference: '{patient}' },
      authoredOn: '{now}',
    },
  ],
});

/** Labels: printed at one's own unit, scanned at the bedside and at the laboratory. */
export const labels: ScreenDescription = {
  tab: {
    path: 'labels',
    name: { sv: 'Etiketter', en: 'Labels' },
    lists: [
      {
        name: { sv: 'Prov att ta', en: 'Specimens to collect' },
        of: `ServiceRequest?patient={patient}&category=${SYSTEMS.snomed}|108252007&status=active&_sort=-authored`,
        columns: [
          NUMBER,
          { heading: { sv: 'Prov', en: 'Test' }, way: 'code.text' },
          { heading: { sv: 'Beställt', en: 'Ordered' }, way: 'authoredOn', as: 'moment' },
        ],
      },
      {
        name: { sv: 'Utskrivna etiketter', en: 'Labels printed' },
        of: `Task?patient={patient}&code=${LABELS}&_sort=-authored-on`,
        columns: PRINTED,
      },
      {
        name: { sv: 'Tagna rör', en: 'Tubes collected' },
        of: 'Specimen?patient={patient}&accession:missing=false&_sort=-collected',
        columns: TUBES,
      },
    ],
    forms: [
      printing(
        { sv: 'Skriv ut röretikett', en: 'Print a tube label' },
        { sv: 'Skriv ut', en: 'Print' },
        ['specimen-label', 'Röretikett'],
        { focus: { reference: '{order}' } },
      ),
      printing(
        { sv: 'Skriv ut armband', en: 'Print a wristband' },
        { sv: 'Skriv ut armbandet', en: 'Print the wristband' },
        ['wristband', 'Armband'],
      ),
      {
        name: { sv: 'Ta prov med skannad etikett', en: 'Collect with a scanned label' },
        submit: { sv: 'Provet är taget', en: 'The specimen is collected' },
        act: 'collect specimens',
        fields: [
          { name: 'order', label: { sv: 'Prov', en: 'Test' }, kind: 'record' },
          { name: 'label', label: { sv: 'Skannad etikett', en: 'Label scanned' }, kind: 'line' },
        ],
        makes: [
          {
            resourceType: 'Specimen',
            accessionIdentifier: { system: SYSTEMS.label, value: '{label}' },
            status: 'available',
            subject: { reference: '{patient}' },
            request: [{ reference: '{order}' }],
            collection: { collectedDateTime: '{now}' },
          },
        ],
      },
    ],
  },
  queues: [
    {
      path: 'printer',
      name: { sv: 'Skrivare', en: 'Printer' },
      help: { sv: 'Vad enhetens skrivare har skrivit ut.', en: 'What the unit’s printer has printed.' },
      roles: ['nurse', 'assistant-nurse', 'medical-secretary', 'physician'],
      list: {
        name: { sv: 'Skrivare', en: 'Printer' },
        of: `Task?owner={unit}&code=${LABELS}&_sort=-authored-on`,
        columns: PRINTED,
      },
    },
    {
      path: 'tubes',
      name: { sv: 'Rör att ta emot', en: 'Tubes to receive' },
      help: { sv: 'Rör med etikett, tagna och mottagna.', en: 'Tubes with labels, collected and received.' },
      roles: ['biomedical-scientist'],
      at: ['laboratory'],
      list: {
        name: { sv: 'Rör att ta emot', en: 'Tubes to receive' },
        of: 'Specimen?accession:missing=false&_sort=-collected',
        columns: TUBES,
      },
      forms: [
        {
          name: { sv: 'Ta emot rör', en: 'Receive a tube' },
          submit: { sv: 'Ta emot', en: 'Receive' },
          act: 'collect specimens',
          fields: [{ name: 'tube', label: { sv: 'Rör', en: 'Tube' }, kind: 'record' }],
          changes: { receivedTime: '{now}' },
        },
      ],
    },
  ],
};
