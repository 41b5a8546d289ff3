import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { ExaminationQuestion, ExaminationTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<ExaminationTask, ExaminationQuestion>({
  name: 'examination',
  sv: 'Undersökningar',
  en: 'Examinations',
  tasks: {
    'order-examination': {
      sv: 'beställa undersökning',
      en: 'order an examination',
      workingTime: assumedMinutes(3),
      conserved: [
        {
          id: 'examination-with-doer',
          sv: 'Varje beställd undersökning finns hos den som gör den',
          en: 'Every examination ordered is with those who do it',
          shownBy: ['examination-waiting', 'examination-answered'],
        },
      ],
    },
    'attempt-to-order-examination': {
      sv: 'försöka beställa undersökning',
      en: 'attempt to order an examination',
      workingTime: assumedMinutes(2),
      mayBeRefused: { kinds: ['rule', 'unsaid'], because: 'något måste vara känt före undersökningen' },
    },
    'answer-examination': {
      sv: 'besvara undersökning',
      en: 'answer an examination',
      workingTime: assumedMinutes(10),
    },
    'attempt-late-preliminary': {
      sv: 'försöka svara preliminärt i efterhand',
      en: 'attempt a preliminary answer afterwards',
      workingTime: assumedMinutes(3),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'slutsvaret redan är lämnat',
        words: ['slutsvar', 'final'],
      },
    },
    'make-answer-final': {
      sv: 'lämna slutsvar',
      en: 'make the answer final',
      workingTime: assumedMinutes(6),
    },
  },
  questions: {
    'examination-waiting': { sv: 'se den beställda undersökningen', en: 'see the examination ordered' },
    'examination-answered': { sv: 'läsa undersökningssvaret', en: 'read the answer to the examination' },
  },
  things: {
    order: { sv: 'en beställd undersökning', madeBy: ['order-examination'] },
    answer: { sv: 'ett undersökningssvar', madeBy: ['answer-examination'] },
  },
});
