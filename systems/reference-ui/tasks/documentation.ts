import type { DocumentationTask } from '../../../domain/activities/documentation.ts';
import type { TaskTable } from '../handler.ts';

export const documentationTasks: TaskTable<DocumentationTask> = {
  async 'write-note'({ text }, { screen, patient }) {
    await screen.tab(patient, 'Journal');
    const form = await screen.form('Skriv anteckning');
    await form.write('Anteckning', text);
    return { reference: await form.send('Spara') };
  },

  async 'hand-over-shift'({ sbar }, { screen, patient }) {
    await screen.tab(patient, 'Journal');
    const form = await screen.form('Lämna över');
    await form.write('Situation', sbar.situation);
    await form.write('Bakgrund', sbar.background);
    await form.write('Aktuellt', sbar.assessment);
    await form.write('Rekommendation', sbar.recommendation);
    return { reference: await form.send('Lämna över') };
  },
};
