import type { LaboratoryTask } from '../../../domain/activities/laboratory.ts';
import { boundOf } from '../../care-system.ts';
import { Refused } from '../../driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../desk.ts';
import type { TaskTable } from '../handler.ts';
import { looking, PRESENT } from '../screen/looking.ts';
import { decimal } from '../words.ts';

export const laboratoryTasks: TaskTable<LaboratoryTask> = {
  async 'order-test'({ test }, at) {
    await at.screen.tab(at.patient, 'Prov och svar');
    const form = await at.screen.form('Ordinera prov');
    await form.choose('Prov', test);
    await form.choose('Laboratorium', unitName(at, 'laboratory'));
    return { reference: await form.send('Signera') };
  },

  async 'collect-specimen'({ order }, at) {
    await at.screen.tabList(at.patient, 'Prov och svar', 'Prov och svar');
    return { reference: await at.screen.press(`Ta prov för ${numberOf(at, order)}`) };
  },

  async 'answer-order'({ order, answer }, at) {
    await openOrder(at, numberOf(at, order));
    const form = await at.screen.form('Besvara ordern');
    if ('text' in answer) {
      await form.pick('En text');
      await form.write('Svarstext', answer.text);
    } else {
      await form.pick('Ett värde');
      await form.write('Värde', decimal(answer.value));
      await form.write('Enhet', answer.unit);
    }
    return { reference: await form.send('Validera och skicka') };
  },

  async 'telephone-critical-answer'({ order }, at) {
    const { actor: orderer } = boundOf(at.context, order.ref);
    await openOrder(at, numberOf(at, order));
    const form = await at.screen.form('Ring om kritiskt svar');
    if (orderer.unit !== null) await form.choose('Uppringd enhet', unitName(at, orderer.unit));
    return { reference: await form.send('Anteckna samtalet') };
  },

  async 'acknowledge-critical-answer'({ call }, at) {
    await at.screen.list('Kritiska svar');
    return { reference: await at.screen.press(`Kvittera samtal ${numberOf(at, call)}`) };
  },
};

/** From the worklist to one order, found by the patient's number and known by its own. */
async function openOrder({ screen, patient }: Desk, order: string): Promise<void> {
  const panel = await screen.listOf(
    patient,
    'Laboratoriets arbetslista',
    'Sök på ordernummer eller personnummer',
  );
  const link = panel.region.getByRole('link', { name: order, exact: true });
  if ((await link.count()) === 0) {
    throw new Refused(
      `Order ${order} finns inte på laboratoriets arbetslista, så den kan inte besvaras.`,
      'absence',
    );
  }
  await looking(`order ${order} på laboratoriets arbetslista`, () =>
    link.first().click({ timeout: PRESENT }),
  );
  screen.leave();
  await screen.panel('Order').settled();
}
