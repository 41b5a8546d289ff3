import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { VaccinationQuestion, VaccinationTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<VaccinationTask, VaccinationQuestion>({
  name: 'vaccination',
  sv: 'Vaccination',
  en: 'Vaccination',
  tasks: {
    'record-guardians-answer': {
      sv: 'anteckna vårdnadshavares svar',
      en: 'record a guardian’s answer',
      workingTime: assumedMinutes(2),
    },
    vaccinate: { sv: 'vaccinera', en: 'vaccinate', workingTime: assumedMinutes(4) },
    'attempt-to-vaccinate': {
      sv: 'försöka vaccinera',
      en: 'attempt to vaccinate',
      workingTime: assumedMinutes(2),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'båda vårdnadshavarna inte har samtyckt, eller barnet inte tål vaccinet',
        words: ['vårdnadshavar', 'guardian', 'överkänslig', 'allerg'],
      },
    },
  },
  questions: {
    'vaccination-on-record': { sv: 'se vaccinationen i journalen', en: 'see the vaccination on record' },
  },
  things: { vaccination: { sv: 'en vaccination', madeBy: ['vaccinate'] } },
});
