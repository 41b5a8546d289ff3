import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { DocumentationQuestion, DocumentationTask } from './activities.ts';

export * from './activities.ts';
export { documentOf } from './document.ts';

export const area = defineArea<DocumentationTask, DocumentationQuestion>({
  name: 'documentation',
  sv: 'Journalföring',
  en: 'Documentation',
  tasks: {
    'write-note': {
      sv: 'skriva anteckning',
      en: 'write note',
      workingTime: assumedMinutes(5),
    },
    'hand-over-shift': {
      sv: 'lämna över skift',
      en: 'hand over shift',
      workingTime: assumedMinutes(4),
    },
  },
  questions: {
    'hand-over-complete': {
      sv: 'se hela överlämningen',
      en: 'see the whole hand-over',
    },
    'patient-reads-note': {
      sv: 'patienten läser anteckningen',
      en: 'the patient reads the note',
    },
  },
  things: {
    note: { sv: 'en anteckning', madeBy: ['write-note'] },
    handOver: { sv: 'en överlämning', madeBy: ['hand-over-shift'] },
  },
});
