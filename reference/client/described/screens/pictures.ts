import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { ScreenDescription } from '../description.ts';

const NUMBER = { heading: { sv: 'Nummer', en: 'Number' }, way: 'id', as: 'number' } as const;

/** Pictures of the archive, and those that nobody has ordered for this patient. */
export const pictures: ScreenDescription = {
  tab: {
    path: 'pictures',
    name: { sv: 'Bilder', en: 'Pictures' },
    lists: [
      {
        name: { sv: 'Bilder i bildarkivet', en: 'Pictures in the archive' },
        of: 'ImagingStudy?patient={patient}&_sort=-started',
        columns: [
          NUMBER,
          { heading: { sv: 'Undersökning', en: 'Examination' }, way: 'description' },
          { heading: { sv: 'Tagna', en: 'Taken' }, way: 'started', as: 'moment' },
          { heading: { sv: 'Bild', en: 'Picture' }, way: 'identifier.0.value', as: 'study' },
        ],
      },
      {
        name: { sv: 'Vidimerade svar', en: 'Reports acknowledged' },
        of: `Task?patient={patient}&code=${SYSTEMS.genrep}|report-acknowledged&_sort=-authored-on`,
        columns: [
          NUMBER,
          { heading: { sv: 'Av', en: 'By' }, way: 'requester.display' },
          { heading: { sv: 'När', en: 'When' }, way: 'authoredOn', as: 'moment' },
        ],
      },
    ],
    forms: [],
  },
  queues: [
    {
      path: 'awaiting-pictures',
      name: { sv: 'Beställningar utan bilder', en: 'Orders without pictures' },
      help: {
        sv: 'Beställda undersökningar som inga bilder hänger vid än.',
        en: 'Examinations ordered at which no pictures hang yet.',
      },
      roles: ['physician', 'nurse'],
      at: ['imaging'],
      list: {
        name: { sv: 'Beställningar utan bilder', en: 'Orders without pictures' },
        of: `ServiceRequest?performer={unit}&category=${SYSTEMS.genrep}|examination&status=active&_sort=-authored`,
        pointedAt: { of: 'ImagingStudy?status=available&_sort=-started', by: 'basedOn.reference', is: false },
        columns: [
          NUMBER,
          { heading: { sv: 'Undersökning', en: 'Examination' }, way: 'code.text' },
          { heading: { sv: 'Frågeställning', en: 'Question' }, way: 'reasonCode.0.text' },
          { heading: { sv: 'Beställd', en: 'Ordered' }, way: 'authoredOn', as: 'moment' },
        ],
      },
    },
    {
      path: 'unpaired-pictures',
      name: { sv: 'Oparade bilder', en: 'Unpaired pictures' },
      help: {
        sv: 'Bilder i bildarkivet på fel patient eller utan beställning.',
        en: 'Pictures in the archive of the wrong patient or without an order.',
      },
      roles: ['physician', 'nurse'],
      at: ['imaging'],
      list: {
        name: { sv: 'Oparade bilder', en: 'Unpaired pictures' },
        of: `Task?owner={unit}&code=${SYSTEMS.genrep}|unpaired-study&status=requested&_sort=-authored-on`,
        columns: [
          NUMBER,
          { heading: { sv: 'Varför', en: 'Why' }, way: 'description' },
          { heading: { sv: 'Kom', en: 'Came' }, way: 'authoredOn', as: 'moment' },
        ],
      },
      forms: [
        {
          name: { sv: 'Ta hand om bilderna', en: 'Deal with the pictures' },
          submit: { sv: 'Klart', en: 'Done' },
          act: 'deal with unpaired pictures',
          fields: [
            { name: 'chosen', label: { sv: 'Bilder', en: 'Pictures' }, kind: 'record' },
            { name: 'text', label: { sv: 'Vad som är gjort', en: 'What was done' }, kind: 'text' },
          ],
          changes: { status: 'completed', statusReason: { text: '{text}' } },
        },
      ],
    },
  ],
};
