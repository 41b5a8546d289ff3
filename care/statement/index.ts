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
    'patient-sends-statement': {
      sv: 'skicka ärende på 1177',
      en: 'send a request on 1177',
      workingTime: assumedMinutes(4),
    },
    'patient-attempts-statement': {
      sv: 'försöka skicka ärende på 1177',
      en: 'attempt to send a request on 1177',
      workingTime: assumedMinutes(3),
      mayBeRefused: { kinds: ['rule', 'unsaid'], because: 'något saknas' },
    },
    'receive-statement': {
      sv: 'ta emot intyg eller anmälan',
      en: 'receive a certificate or notification',
      workingTime: assumedMinutes(3),
    },
    'change-statement': {
      sv: 'ändra det som är skickat',
      en: 'change what was sent',
      workingTime: assumedMinutes(3),
    },
    'withdraw-statement': {
      sv: 'återkalla det som är skickat',
      en: 'withdraw what was sent',
      workingTime: assumedMinutes(2),
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
    'patient-reads-statement': {
      sv: 'läsa ärendet eller planen på 1177',
      en: 'read the request or plan on 1177',
    },
    'statement-withdrawn': {
      sv: 'se att det är återkallat, och varför',
      en: 'see that it was withdrawn, and why',
    },
    'no-such-statement': {
      sv: 'se att enheten inte har fått något sådant',
      en: 'see that nothing of the kind has come to the unit',
      saysNothingWithout: {
        seen: 'statement-arrived',
        sv: 'Inget intyg och ingen anmälan kom fram en enda gång, så att inget kom fram här säger inget.',
        en: 'Nothing sent arrived even once, so that nothing arrived here says nothing.',
      },
    },
  },
  things: {
    statement: {
      sv: 'ett intyg eller en anmälan',
      madeBy: ['send-statement', 'patient-sends-statement', 'change-statement'],
    },
  },
  precedents: {
    'statement-received': { done: 'receive-statement', of: 'statement', sv: 'mottagaren har tagit emot' },
    'statement-withdrawn': { done: 'withdraw-statement', of: 'statement', sv: 'det har återkallats' },
  },
});
