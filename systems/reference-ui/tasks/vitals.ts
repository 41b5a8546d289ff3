import type { VitalsTask } from '../../../domain/activities/vitals.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../../domain/news2.ts';
import type { TaskTable } from '../handler.ts';
import { decimal, LEVELS } from '../words.ts';

export const vitalsTasks: TaskTable<VitalsTask> = {
  async 'record-vitals'({ values }, { screen, patient }) {
    await screen.tab(patient, 'Mätvärden');
    const form = await screen.form('För in mätvärden');
    for (const sign of Object.keys(VITAL_SIGNS) as (keyof VitalSigns)[]) {
      const value = values[sign];
      const label = VITAL_SIGNS[sign].sv;
      if (typeof value === 'number') await form.write(label, decimal(value));
      else if (typeof value === 'boolean') await form.choose(label, value ? 'Ja' : 'Nej');
      else await form.choose(label, LEVELS[value]);
    }
    return { reference: await form.send('Spara') };
  },

  async 'contribute-blood-pressure'({ systolic, diastolic }, { screen }) {
    await screen.myTab('Egna mätvärden');
    const form = await screen.form('Lämna blodtryck');
    await form.write('Övertryck (mmHg)', String(systolic));
    await form.write('Undertryck (mmHg)', String(diastolic));
    return { reference: await form.send('Skicka till vården') };
  },
};
