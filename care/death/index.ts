import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { DeathQuestion, DeathTask } from './activities.ts';
import { DEAD } from './stopped.ts';

export * from './activities.ts';

export const area = defineArea<DeathTask, DeathQuestion>({
  name: 'death',
  sv: 'Dödsfall',
  en: 'Death',
  tasks: {
    'record-death': { sv: 'anteckna dödsfall', en: 'record a death', workingTime: assumedMinutes(10) },
    'cancel-planned': {
      sv: 'stryka det som är planerat',
      en: 'cancel what is planned',
      workingTime: assumedMinutes(5),
    },
    'attempt-to-book-the-dead': {
      sv: 'försöka boka den avlidna',
      en: 'attempt to book the dead',
      workingTime: assumedMinutes(3),
      mayBeRefused: DEAD,
    },
  },
  questions: {
    'death-on-record': { sv: 'se dödsfallet i journalen', en: 'see the death on record' },
    'nothing-planned': { sv: 'se att inget är planerat', en: 'see that nothing is planned' },
    'booking-stopped': { sv: 'se bokningen stoppad', en: 'see the booking stopped' },
  },
  things: { attempt: { sv: 'ett försök att boka', madeBy: ['attempt-to-book-the-dead'] } },
  precedents: {
    'death-on-record': { done: 'record-death', sv: 'dödsfallet har antecknats' },
    'nothing-planned': { done: 'cancel-planned', sv: 'det som var planerat har strukits' },
  },
});
