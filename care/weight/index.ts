import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { WeightQuestion, WeightTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<WeightTask, WeightQuestion>({
  name: 'weight',
  sv: 'Vikt',
  en: 'Weight',
  tasks: { weigh: { sv: 'väga patienten', en: 'weigh the patient', workingTime: assumedMinutes(3) } },
  questions: { 'weight-in-chart': { sv: 'se vikten i journalen', en: 'see the weight in the chart' } },
  things: { weight: { sv: 'en vikt', madeBy: ['weigh'] } },
});
