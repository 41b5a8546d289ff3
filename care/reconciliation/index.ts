import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { ReconciliationQuestion, ReconciliationTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<ReconciliationTask, ReconciliationQuestion>({
  name: 'reconciliation',
  sv: 'Läkemedelsavstämning',
  en: 'Medication reconciliation',
  tasks: {
    'list-home-drug': {
      sv: 'anteckna hemläkemedel',
      en: 'list a drug taken at home',
      workingTime: assumedMinutes(2),
      conserved: [
        {
          id: 'home-drug-decided',
          sv: 'Varje hemläkemedel är bedömt',
          en: 'Every drug taken at home is decided on',
          shownBy: ['home-drug-decided'],
        },
      ],
    },
    'decide-home-drug': {
      sv: 'bedöma hemläkemedel',
      en: 'decide on a drug taken at home',
      workingTime: assumedMinutes(2),
    },
    'sign-reconciliation': {
      sv: 'signera läkemedelsavstämning',
      en: 'sign the reconciliation',
      workingTime: assumedMinutes(2),
    },
    'attempt-to-sign-reconciliation': {
      sv: 'försöka signera läkemedelsavstämning',
      en: 'attempt to sign the reconciliation',
      workingTime: assumedMinutes(1),
      mayBeRefused: {
        kinds: ['rule', 'unsaid'],
        because: 'alla hemläkemedel inte är bedömda',
        words: ['bedöm', 'decided'],
      },
    },
  },
  questions: {
    'home-drug-decided': {
      sv: 'se vad som har bestämts om hemläkemedlet',
      en: 'see what was decided on the drug taken at home',
    },
  },
  things: { homeDrug: { sv: 'ett hemläkemedel', madeBy: ['list-home-drug'] } },
  precedents: {
    'home-drug-decided': { done: 'decide-home-drug', of: 'homeDrug', sv: 'hemläkemedlet har bedömts' },
  },
});
