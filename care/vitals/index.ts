import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { VitalsQuestion, VitalsTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<VitalsTask, VitalsQuestion>({
  name: 'vitals',
  sv: 'Mätvärden',
  en: 'Vital signs',
  tasks: {
    'record-vitals': {
      sv: 'anteckna mätvärden',
      en: 'record vital signs',
      workingTime: assumedMinutes(6),
    },
    'contribute-blood-pressure': {
      sv: 'bidra med blodtryck hemifrån',
      en: 'contribute blood pressure from home',
      workingTime: assumedMinutes(5),
    },
  },
  questions: {
    'vitals-in-chart': {
      sv: 'se mätvärden i journalen',
      en: 'see vital signs in the chart',
    },
    'early-warning-raised': {
      sv: 'se varning för försämring (NEWS2)',
      en: 'see early warning (NEWS2)',
    },
    'no-early-warning': {
      sv: 'se att ingen varning (NEWS2) finns',
      en: 'see that there is no early warning',
      saysNothingWithout: {
        seen: 'early-warning-raised',
        sv: 'Ingen varning gick en enda gång, så att den uteblev här säger inget.',
        en: 'No warning was raised even once, so its absence here says nothing.',
      },
    },
    'contribution-marked-as-patients-own': {
      sv: 'se patientens mätvärde, märkt som eget',
      en: 'see the patient’s measurement, marked as such',
    },
  },
  things: {
    measurement: {
      sv: 'en mätning',
      madeBy: ['record-vitals', 'contribute-blood-pressure', 'confirm-readings'],
    },
  },
});
