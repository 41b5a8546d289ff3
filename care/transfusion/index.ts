import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { TransfusionQuestion, TransfusionTask } from './activities.ts';
import { UNCHECKED, WRONG_BAG } from './stopped.ts';

export * from './activities.ts';

export const area = defineArea<TransfusionTask, TransfusionQuestion>({
  name: 'transfusion',
  sv: 'Blodtransfusion',
  en: 'Blood transfusion',
  tasks: {
    'order-blood': {
      sv: 'beställa blod',
      en: 'order blood',
      workingTime: assumedMinutes(3),
      receiver: 'laboratory',
    },
    'issue-blood': { sv: 'lämna ut blod', en: 'issue blood', workingTime: assumedMinutes(10) },
    'check-blood': { sv: 'kontrollera blodpåse', en: 'check a bag of blood', workingTime: assumedMinutes(2) },
    transfuse: { sv: 'ge blod', en: 'transfuse', workingTime: assumedMinutes(10) },
    'attempt-to-transfuse': {
      sv: 'försöka ge okontrollerat blod',
      en: 'attempt to give unchecked blood',
      workingTime: assumedMinutes(2),
      mayBeRefused: UNCHECKED,
    },
    'attempt-wrong-bag': {
      sv: 'försöka ge fel påse',
      en: 'attempt to give the wrong bag',
      workingTime: assumedMinutes(2),
      mayBeRefused: WRONG_BAG,
    },
  },
  questions: {
    'blood-issued': { sv: 'se utlämnat blod', en: 'see the blood issued' },
    'unchecked-blood-stopped': { sv: 'se okontrollerat blod stoppat', en: 'see unchecked blood stopped' },
    'wrong-bag-stopped': { sv: 'se fel påse stoppad', en: 'see the wrong bag stopped' },
    'transfusion-on-record': { sv: 'se transfusionen i journalen', en: 'see the transfusion on record' },
  },
  things: {
    order: { sv: 'en beställning av blod', madeBy: ['order-blood'] },
    attempt: { sv: 'ett försök att ge blod', madeBy: ['attempt-to-transfuse', 'attempt-wrong-bag'] },
    bag: { sv: 'en utlämnad blodpåse', madeBy: ['issue-blood'] },
    transfusion: { sv: 'en transfusion', madeBy: ['transfuse'] },
  },
  precedents: {
    transfuse: { done: 'check-blood', of: 'bag', sv: 'påsen har kontrollerats' },
  },
});
