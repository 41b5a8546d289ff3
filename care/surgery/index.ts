import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { SurgeryQuestion, SurgeryTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<SurgeryTask, SurgeryQuestion>({
  name: 'surgery',
  sv: 'Planerad operation',
  en: 'Planned surgery',
  tasks: {
    'put-on-waiting-list': {
      sv: 'sätta upp på väntelistan',
      en: 'put on the waiting list',
      workingTime: assumedMinutes(4),
    },
    'call-to-surgery': {
      sv: 'kalla till operation',
      en: 'call to surgery',
      workingTime: assumedMinutes(5),
      receiver: 'surgery',
    },
    'note-no-show': { sv: 'anteckna uteblivande', en: 'note a no-show', workingTime: assumedMinutes(2) },
    'record-surgery': { sv: 'operera', en: 'operate', workingTime: assumedMinutes(90) },
    'book-follow-up': { sv: 'boka återbesök', en: 'book a follow-up', workingTime: assumedMinutes(3) },
  },
  questions: {
    'waits-for-call': { sv: 'se vem som ska kallas', en: 'see who is to be called' },
    'on-surgery-schedule': { sv: 'se operationsprogrammet', en: 'see the surgery schedule' },
    'surgery-on-record': { sv: 'se operationen i journalen', en: 'see the surgery on record' },
    'follow-up-stands': { sv: 'se återbesöket', en: 'see the follow-up' },
  },
  things: {
    entry: { sv: 'en plats på väntelistan', madeBy: ['put-on-waiting-list'] },
    surgery: { sv: 'en operation', madeBy: ['record-surgery'] },
    booking: { sv: 'ett återbesök', madeBy: ['book-follow-up'] },
  },
  precedents: {
    'note-no-show': { done: 'call-to-surgery', of: 'entry', sv: 'patienten har kallats' },
    'record-surgery': { done: 'call-to-surgery', of: 'entry', sv: 'patienten har kallats' },
    'on-surgery-schedule': { done: 'call-to-surgery', of: 'entry', sv: 'patienten har kallats' },
  },
});
