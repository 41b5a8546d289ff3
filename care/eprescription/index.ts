import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { EprescriptionQuestion, EprescriptionTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<EprescriptionTask, EprescriptionQuestion>({
  name: 'eprescription',
  sv: 'Recept och nationella läkemedelslistan',
  en: 'Prescriptions and the national medication list',
  tasks: {
    'issue-eprescription': {
      sv: 'skriva recept',
      en: 'issue a prescription',
      workingTime: assumedMinutes(4),
      receiver: 'community-pharmacy',
      conserved: [
        {
          id: 'eprescription-on-national-list',
          sv: 'Varje recept står i nationella läkemedelslistan',
          en: 'Every prescription is on the national medication list',
          shownBy: ['on-national-list', 'withdrawn-on-national-list', 'dispensing-on-national-list'],
        },
      ],
    },
    'withdraw-eprescription': {
      sv: 'makulera recept',
      en: 'withdraw a prescription',
      workingTime: assumedMinutes(2),
    },
    dispense: { sv: 'expediera recept', en: 'dispense a prescription', workingTime: assumedMinutes(5) },
    'attempt-to-dispense': {
      sv: 'försöka expediera recept',
      en: 'attempt to dispense a prescription',
      workingTime: assumedMinutes(3),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'receptet inte gäller',
        words: ['makuler', 'withdrawn', 'cancelled'],
      },
    },
  },
  questions: {
    'on-national-list': {
      sv: 'se receptet i nationella läkemedelslistan',
      en: 'see the prescription on the national medication list',
    },
    'withdrawn-on-national-list': {
      sv: 'se receptet makulerat i nationella läkemedelslistan',
      en: 'see the prescription withdrawn on the national medication list',
    },
    'dispensing-on-national-list': {
      sv: 'se uttaget i nationella läkemedelslistan',
      en: 'see what was dispensed on the national medication list',
    },
  },
  things: {
    eprescription: { sv: 'ett recept', madeBy: ['issue-eprescription'] },
    dispensing: { sv: 'ett uttag', madeBy: ['dispense'] },
  },
  precedents: {
    'withdrawn-on-national-list': {
      done: 'withdraw-eprescription',
      of: 'eprescription',
      sv: 'receptet har makulerats',
    },
  },
});
