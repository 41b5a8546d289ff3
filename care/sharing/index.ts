import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { SharingQuestion, SharingTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<SharingTask, SharingQuestion>({
  name: 'sharing',
  sv: 'Samtycken till att något delas',
  en: 'Consents to sharing',
  tasks: {
    'record-answer-to-sharing': {
      sv: 'anteckna svar om att något delas',
      en: 'record an answer to sharing',
      workingTime: assumedMinutes(3),
    },
  },
  questions: {
    'sharing-on-record': { sv: 'se svaret i journalen', en: 'see the answer on record' },
  },
  things: { answer: { sv: 'ett svar om att något delas', madeBy: ['record-answer-to-sharing'] } },
});
