import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ListDescription, ScreenDescription } from '../description.ts';

/** Which child is whose: each row names the child by its number, and the mother. */
const COLUMNS: ListDescription['columns'] = [
  { heading: { sv: 'Barnet', en: 'The child' }, way: 'patient', as: 'number' },
  { heading: { sv: 'Modern', en: 'The mother' }, way: 'identifier.value' },
  { heading: { sv: 'Moderns namn', en: 'The mother’s name' }, way: 'name.text' },
];

const CODE = {
  coding: [{ system: SYSTEMS.genrep, code: 'newborn-screening' }],
  text: 'PKU-prov',
} as const;

/** A newborn with its mother, and the sample of newborn screening. */
export const newborns: ScreenDescription = {
  tab: {
    path: 'newborns',
    name: { sv: 'Nyfödd', en: 'Newborn' },
    lists: [
      { name: { sv: 'Barn', en: 'Children' }, of: 'RelatedPerson?identifier={identity}', columns: COLUMNS },
      {
        name: { sv: 'Mor', en: 'Mother' },
        of: `RelatedPerson?patient={patient}&relationship=${SYSTEMS.roleCode}|MTH`,
        columns: COLUMNS,
      },
    ],
    forms: [
      {
        name: { sv: 'Registrera det nyfödda barnet', en: 'Register the newborn' },
        submit: { sv: 'Registrera barnet', en: 'Register the child' },
        act: 'tie newborns to their mothers',
        fields: [
          {
            name: 'number',
            label: { sv: 'Barnets reservnummer', en: 'The child’s reserve number' },
            kind: 'line',
          },
          { name: 'called', label: { sv: 'Barnets namn', en: 'The child’s name' }, kind: 'line' },
          { name: 'born', label: { sv: 'Född', en: 'Born' }, kind: 'day' },
        ],
        makes: [
          {
            resourceType: 'Patient',
            identifier: [{ system: SYSTEMS.nationalReserveNumber, value: '{number}' }],
            active: true,
            name: [{ text: '{called}' }],
            gender: 'unknown',
            birthDate: '{born}',
          },
          {
            resourceType: 'RelatedPerson',
            active: true,
            identifier: [{ value: '{identity}' }],
            patient: { reference: '{made0}' },
            relationship: [
              { coding: [{ system: SYSTEMS.roleCode, code: 'MTH', display: 'Mor' }], text: 'Mor' },
            ],
            name: [{ text: '{name}' }],
          },
        ],
      },
      {
        name: { sv: 'Ta PKU-prov', en: 'Take the sample of newborn screening' },
        submit: { sv: 'Skicka provet', en: 'Send the sample' },
        act: 'order examinations',
        fields: [
          { name: 'to', label: { sv: 'Till', en: 'To' }, kind: 'unit', of: 'laboratory' },
          {
            name: 'mother',
            label: { sv: 'Moderns nummer på kortet', en: 'The mother’s number on the card' },
            kind: 'line',
          },
        ],
        makes: [
          {
            resourceType: 'ServiceRequest',
            status: 'active',
            intent: 'order',
            category: [{ coding: [{ system: SYSTEMS.genrep, code: 'examination' }], text: 'Undersökning' }],
            code: CODE,
            subject: { reference: '{patient}' },
            encounter: '{encounter}',
            authoredOn: '{now}',
            performer: ['{to}'],
            supportingInfo: [{ identifier: { value: '{mother}' }, display: 'Mor' }],
            reasonCode: [{ text: 'PKU-prov' }],
          },
        ],
      },
    ],
  },
};
