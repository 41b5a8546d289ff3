import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { ImagingQuestion, ImagingTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<ImagingTask, ImagingQuestion>({
  name: 'imaging',
  sv: 'Röntgen och bildarkiv',
  en: 'Imaging and archive',
  tasks: {
    'make-study': {
      sv: 'göra undersökning ur arbetslistan',
      en: 'make a study from the worklist',
      workingTime: assumedMinutes(20),
      conserved: [
        {
          id: 'study-with-order',
          sv: 'Varje undersökning hänger vid sin beställning',
          en: 'Every study hangs at its order',
          shownBy: ['study-in-record'],
        },
      ],
    },
    'make-study-on-another': {
      sv: 'göra undersökning på fel patient',
      en: 'make a study on the wrong patient',
      workingTime: assumedMinutes(20),
      conserved: [
        {
          id: 'unpaired-study-with-owner',
          sv: 'Varje undersökning utan par har en ägare',
          en: 'Every study without a pair has an owner',
          shownBy: ['study-unpaired'],
        },
      ],
    },
    'make-unordered-study': {
      sv: 'göra undersökning utan beställning',
      en: 'make a study without an order',
      workingTime: assumedMinutes(20),
      conserved: [
        {
          id: 'unpaired-study-with-owner',
          sv: 'Varje undersökning utan par har en ägare',
          en: 'Every study without a pair has an owner',
          shownBy: ['study-unpaired'],
        },
      ],
    },
    'settle-unpaired-study': {
      sv: 'ta hand om oparade bilder',
      en: 'deal with unpaired pictures',
      workingTime: assumedMinutes(5),
    },
    'report-study': {
      sv: 'besvara undersökning med bilder',
      en: 'report a study',
      workingTime: assumedMinutes(12),
    },
    'acknowledge-report': {
      sv: 'vidimera röntgensvar',
      en: 'acknowledge a report',
      workingTime: assumedMinutes(2),
    },
  },
  questions: {
    'order-on-modality-worklist': {
      sv: 'se beställningen i modalitetens arbetslista',
      en: 'see the order in the modality’s worklist',
    },
    'study-in-record': { sv: 'se bilderna hos patienten', en: 'see the pictures with the patient' },
    'study-unpaired': { sv: 'se bilderna bland de oparade', en: 'see the pictures among the unpaired' },
    'no-study-of-order': { sv: 'se inga bilder till beställningen', en: 'see no pictures to the order' },
    'order-awaiting-study': {
      sv: 'se beställningen bland dem utan bilder',
      en: 'see the order among those without pictures',
    },
    'report-of-study': {
      sv: 'läsa röntgensvaret med bilderna',
      en: 'read the report with its pictures',
    },
    'report-acknowledged': { sv: 'se att svaret är vidimerat', en: 'see that the report is acknowledged' },
  },
  things: {
    order: { sv: 'en beställd undersökning', madeBy: ['order-examination'] },
    study: {
      sv: 'en gjord undersökning',
      madeBy: ['make-study', 'make-study-on-another', 'make-unordered-study'],
    },
    answer: { sv: 'ett röntgensvar', madeBy: ['report-study'] },
    receipt: { sv: 'en vidimering', madeBy: ['acknowledge-report'] },
  },
  precedents: {
    'report-study': { done: 'make-study', of: 'order', sv: 'undersökningen är gjord' },
  },
});
