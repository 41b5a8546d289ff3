import type { MedicationTask } from '../../../domain/activities/medication.ts';
import { ALLERGENS, type DrugName } from '../../../domain/codes/drugs.ts';
import { Refused } from '../../driver/outcome.ts';
import { type Desk, numberOf } from '../desk.ts';
import type { Made, TaskTable } from '../handler.ts';
import { decimal } from '../words.ts';

export const medicationTasks: TaskTable<MedicationTask> = {
  async 'record-allergy'({ allergen }, { screen, patient }) {
    await screen.tab(patient, 'Överkänslighet');
    const form = await screen.form('Registrera överkänslighet');
    await form.choose('Överkänslig mot', ALLERGENS[allergen].display);
    return { reference: await form.send('Spara') };
  },

  prescribe: ({ drug }, at) => prescribe(drug, at),
  'attempt-to-prescribe': ({ drug }, at) => prescribe(drug, at),

  async 'change-dose'({ prescription, dose, unit }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Läkemedelslista');
    const current = await panel.row('Läkemedelslista', number);
    if (current === undefined)
      throw new Refused(`Ordination ${number} står inte i läkemedelslistan.`, 'absence');
    const form = await at.screen.form('Ändra dos');
    await form.choose('Ordination', `${current.Läkemedel} ${number}`);
    await form.write('Dos', decimal(dose));
    await form.choose('Enhet', unit);
    return { reference: await form.send('Signera') };
  },

  async 'review-prescription'({ prescription }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Granskningslista');
    if ((await panel.row('Granskningslista', number)) === undefined) {
      throw new Refused(`Ordination ${number} står inte i granskningslistan.`, 'absence');
    }
    return { reference: await at.screen.press(`Granska ${number}`) };
  },

  async 'give-dose'({ prescription }, at) {
    const number = numberOf(at, prescription);
    const panel = await at.screen.tabList(at.patient, 'Läkemedel', 'Utdelningslista');
    const row = await panel.row('Utdelningslista', number);
    if (row === undefined) throw new Refused(`Ordination ${number} står inte i utdelningslistan.`, 'absence');
    const reference = await at.screen.press(`Ge dosen av ${number}`);
    return { reference, data: { dose: row.Dos } };
  },
};

/** Prescribes at the dose that the form proposes: the usual one of the drug. */
async function prescribe(drug: DrugName, { screen, patient }: Desk): Promise<Made> {
  await screen.tab(patient, 'Läkemedel');
  const form = await screen.form('Ordinera läkemedel');
  await form.choose('Läkemedel', drug);
  return { reference: await form.send('Signera') };
}
