import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { LabelQuestion, LabelTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<LabelTask, LabelQuestion>({
  name: 'label',
  sv: 'Etiketter och skanning',
  en: 'Labels and scanning',
  tasks: {
    'print-label': {
      sv: 'skriva ut röretikett',
      en: 'print a tube label',
      workingTime: assumedMinutes(1),
      conserved: [
        {
          id: 'label-where-printed',
          sv: 'Varje etikett kommer ut där den skrevs ut',
          en: 'Every label comes out where it was printed',
          shownBy: ['label-in-printer'],
        },
      ],
    },
    'print-wristband': {
      sv: 'skriva ut armband',
      en: 'print a wristband',
      workingTime: assumedMinutes(1),
    },
    'collect-by-scan': {
      sv: 'skanna etiketten och ta prov',
      en: 'scan the label and collect the specimen',
      workingTime: assumedMinutes(5),
    },
    'attempt-wrong-label': {
      sv: 'försöka ta prov med fel etikett',
      en: 'attempt to collect with the wrong label',
      workingTime: assumedMinutes(2),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'etiketten inte är patientens',
        words: ['etikett', 'label'],
      },
    },
    'receive-tube': {
      sv: 'ta emot röret',
      en: 'receive the tube',
      workingTime: assumedMinutes(1),
    },
  },
  questions: {
    'label-in-printer': { sv: 'se etiketten i skrivaren', en: 'see the label in the printer' },
    'tube-received': { sv: 'se att röret är mottaget', en: 'see that the tube is received' },
  },
  things: {
    order: { sv: 'en provordination', madeBy: ['order-test'] },
    label: { sv: 'en utskriven etikett', madeBy: ['print-label', 'print-wristband'] },
    tube: { sv: 'ett rör med etikett', madeBy: ['collect-by-scan'] },
  },
  precedents: {
    'tube-received': { done: 'receive-tube', of: 'tube', sv: 'röret har tagits emot' },
  },
});
