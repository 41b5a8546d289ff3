import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { CoordinationQuestion, CoordinationTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<CoordinationTask, CoordinationQuestion>({
  name: 'coordination',
  sv: 'Samverkan vid utskrivning',
  en: 'Coordination at discharge',
  tasks: {
    'record-consent': {
      sv: 'registrera samtycke',
      en: 'record consent',
      workingTime: assumedMinutes(3),
    },
    'send-message': {
      sv: 'skicka meddelande',
      en: 'send message',
      workingTime: assumedMinutes(5),
      receiver: 'municipality',
      conserved: [
        {
          id: 'message-with-receiver',
          sv: 'Varje meddelande finns hos mottagaren',
          en: 'Every message is with its receiver',
          shownBy: ['message-in-inbox'],
        },
        {
          id: 'message-has-one-receipt',
          sv: 'Varje meddelande har en kvittens',
          en: 'Every message has one receipt',
          shownBy: ['message-received'],
        },
      ],
      lastLooks: [
        { onceDone: 'acknowledge-message', question: 'message-received', about: 'message' },
        {
          question: 'message-in-inbox',
          about: 'message',
          by: { role: 'district-nurse', unit: 'municipality' },
        },
      ],
    },
    'attempt-to-send-message': {
      sv: 'försöka skicka meddelande',
      en: 'attempt to send message',
      workingTime: assumedMinutes(5),
      receiver: 'municipality',
      mayBeRefused: {
        kinds: ['rule', 'authority', 'unsaid'],
        because: 'patientens samtycke saknas',
        words: ['samtyck', 'medgiv', 'sagt nej', 'spärr', 'consent'],
      },
    },
    'acknowledge-message': {
      sv: 'kvittera meddelande',
      en: 'acknowledge message',
      workingTime: assumedMinutes(3),
    },
    'call-care-planning': {
      sv: 'kalla till vårdplanering',
      en: 'call care planning',
      workingTime: assumedMinutes(5),
      receiver: 'municipality',
    },
  },
  questions: {
    'message-in-inbox': {
      sv: 'se meddelandet i inkorgen',
      en: 'see the message in the inbox',
    },
    'message-received': {
      sv: 'se att meddelandet är mottaget',
      en: 'see that the message was received',
    },
    'nothing-in-inbox': {
      sv: 'se att inkorgen är tom',
      en: 'see that nothing is in the inbox',
      saysNothingWithout: {
        seen: 'message-in-inbox',
        sv: 'Inget meddelande kom fram en enda gång, så att inget kom fram här säger inget.',
        en: 'No message arrived even once, so that nothing arrived here says nothing.',
      },
    },
    'care-planning-called': {
      sv: 'se kallelsen till vårdplanering',
      en: 'see the call to care planning',
    },
  },
  things: {
    message: { sv: 'ett meddelande', madeBy: ['send-message', 'attempt-to-send-message'] },
    meeting: { sv: 'en kallelse till planering', madeBy: ['call-care-planning'] },
  },
  precedents: {
    'message-received': { done: 'acknowledge-message', of: 'message', sv: 'meddelandet har kvitterats' },
  },
});
