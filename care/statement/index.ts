import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { StatementQuestion, StatementTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<StatementTask, StatementQuestion>({
  name: 'statement',
  sv: 'Intyg och anmälningar',
  en: 'Certificates and notifications',
  tasks: {
    'send-statement': {
      sv: 'skicka intyg eller anmälan',
      en: 'send a certificate or notification',
      workingTime: assumedMinutes(6),
      conserved: [
        {
          id: 'statement-with-receiver',
          sv: 'Varje intyg och anmälan finns hos mottagaren',
          en: 'Every certificate and notification is with its receiver',
          shownBy: ['statement-arrived', 'statement-received'],
        },
      ],
    },
    'attempt-to-send-statement': {
      sv: 'försöka skicka intyg eller anmälan',
      en: 'attempt to send a certificate or notification',
      workingTime: assumedMinutes(4),
      mayBeRefused: { kinds: ['rule', 'unsaid'], because: 'den som skickar inte får, eller något saknas' },
    },
    'receive-statement': {
      sv: 'ta emot intyg eller anmälan',
      en: 'receive a certificate or notification',
      workingTime: assumedMinutes(3),
    },
  },
  questions: {
    'statement-arrived': {
      sv: 'läsa intyget eller anmälan hos mottagaren',
      en: 'read the certificate or notification at the receiver',
    },
    'statement-received': {
      sv: 'se att mottagaren har tagit emot',
      en: 'see that the receiver has it',
    },
  },
  things: {
    statement: { sv: 'ett intyg eller en anmälan', madeBy: ['send-statement'] },
  },
  precedents: {
    'statement-received': { done: 'receive-statement', of: 'statement', sv: 'mottagaren har tagit emot' },
  },
});
