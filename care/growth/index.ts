import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { GrowthQuestion, GrowthTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<GrowthTask, GrowthQuestion>({
  name: 'growth',
  sv: 'Tillväxt',
  en: 'Growth',
  tasks: {
    'measure-height': { sv: 'mäta eleven', en: 'measure the pupil', workingTime: assumedMinutes(3) },
    'note-earlier-height': {
      sv: 'föra in en tidigare längd',
      en: 'enter an earlier height',
      workingTime: assumedMinutes(2),
    },
  },
  questions: {
    'height-in-chart': { sv: 'se längden i journalen', en: 'see the height in the chart' },
    'growth-deviation-listed': {
      sv: 'se tillväxten bland dem som ska bedömas',
      en: 'see the growth among those to assess',
    },
  },
  things: { height: { sv: 'en längd', madeBy: ['measure-height', 'note-earlier-height'] } },
});
