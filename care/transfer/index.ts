import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { TransferQuestion, TransferTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<TransferTask, TransferQuestion>({
  name: 'transfer',
  sv: 'Flytt mellan avdelningar',
  en: 'Transfer between wards',
  tasks: {
    transfer: { sv: 'flytta patienten', en: 'move the patient', workingTime: assumedMinutes(10) },
    'attempt-to-transfer': {
      sv: 'försöka flytta patienten',
      en: 'attempt to move the patient',
      workingTime: assumedMinutes(3),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'mottagaren inte har tagit emot rapporten',
        words: ['rapport', 'report'],
      },
    },
  },
  questions: {
    'stay-at-unit': {
      sv: 'se den flyttade patienten i enhetens lista',
      en: 'see the patient who was moved on the unit’s list',
    },
  },
  precedents: { 'stay-at-unit': { done: 'admit', sv: 'patienten har skrivits in' } },
});
