import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { ReferralQuestion, ReferralTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<ReferralTask, ReferralQuestion>({
  name: 'referral',
  sv: 'Remiss',
  en: 'Referral',
  tasks: {
    'send-referral': {
      sv: 'skicka remiss',
      en: 'send a referral',
      workingTime: assumedMinutes(8),
      receiver: 'clinic',
      conserved: [
        {
          id: 'referral-with-receiver',
          sv: 'Varje remiss finns hos mottagaren tills den är besvarad eller återsänd',
          en: 'Every referral is with its receiver until it is answered or returned',
          shownBy: ['referral-waiting', 'referral-answered', 'referral-returned'],
        },
      ],
    },
    'accept-referral': { sv: 'ta emot remiss', en: 'accept a referral', workingTime: assumedMinutes(5) },
    'return-referral': { sv: 'återsända remiss', en: 'return a referral', workingTime: assumedMinutes(5) },
    'answer-referral': { sv: 'besvara remiss', en: 'answer a referral', workingTime: assumedMinutes(10) },
  },
  questions: {
    'referral-waiting': {
      sv: 'se remissen bland de obesvarade',
      en: 'see the referral among the unanswered',
    },
    'referral-dealt-with': {
      sv: 'se att remissen inte väntar längre',
      en: 'see that the referral waits no more',
      saysNothingWithout: {
        seen: 'referral-waiting',
        sv: 'Ingen remiss väntade en enda gång, så att ingen väntar här säger inget.',
        en: 'No referral waited even once, so that none waits here says nothing.',
      },
    },
    'referral-answered': { sv: 'läsa remissvaret', en: 'read the answer to the referral' },
    'referral-returned': { sv: 'se remissen som återsänd', en: 'see the referral as returned' },
  },
  things: { referral: { sv: 'en remiss', madeBy: ['send-referral'] } },
  precedents: {
    'referral-answered': { done: 'answer-referral', of: 'referral', sv: 'remissen har besvarats' },
    'referral-returned': { done: 'return-referral', of: 'referral', sv: 'remissen har återsänts' },
  },
});
