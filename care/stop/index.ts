import { defineArea } from '../../domain/area.ts';
import type { StopQuestion } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<never, StopQuestion>({
  name: 'stop',
  sv: 'Det som ska stoppas',
  en: 'What must be stopped',
  tasks: {},
  questions: {
    'stopped-for-reason': {
      sv: 'se försöket stoppat av rätt skäl',
      en: 'see the attempt stopped for its reason',
    },
  },
  things: {
    attempt: {
      sv: 'ett försök',
      madeBy: [
        'attempt-to-send-statement',
        'attempt-to-order-examination',
        'attempt-late-preliminary',
        'attempt-to-transfer',
        'attempt-to-prescribe',
        'attempt-to-dispense',
        'attempt-to-sign-reconciliation',
        'attempt-to-vaccinate',
        'attempt-to-connect-device',
        'attempt-to-give-at-home',
        'attempt-wrong-label',
        'attempt-to-sample-newborn',
        'patient-attempts-statement',
      ],
    },
  },
});
