import type { Ref } from '../../domain/ref.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import type { EprescriptionQuestion, EprescriptionTask } from './activities.ts';
import { doseText, drugDispensed, issuingOf, lineOf, told } from './eprescription.ts';

const tasks: TaskTable<EprescriptionTask> = {
  async 'issue-eprescription'({ drug, reason }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Skriv recept');
    await form.write('Läkemedel', drug.substance);
    await form.write('ATC-kod', drug.atc);
    await form.write('Dosering', doseText(drug));
    await form.write('Ordinationsorsak', reason);
    return { reference: await form.send('Signera receptet') };
  },

  async 'withdraw-eprescription'({ eprescription }, at) {
    const row = await listed(eprescription, at);
    const form = await at.screen.form('Makulera recept');
    await form.choose('Recept', choiceOf(at, eprescription, row));
    return { reference: await form.send('Makulera') };
  },

  dispense: hand,
  'attempt-to-dispense': hand,
};

async function hand({ eprescription }: { readonly eprescription: Ref }, at: Desk): Promise<Made> {
  const row = await listed(eprescription, at);
  const form = await at.screen.form('Expediera recept');
  await form.choose('Recept', choiceOf(at, eprescription, row));
  return { reference: await form.send('Expediera') };
}

function choiceOf(at: Desk, eprescription: Ref, row: Row | undefined): string {
  if (row === undefined) throw new Refused(NOT_THERE, 'absence');
  return `${numberOf(at, eprescription)} ${row.Läkemedel}`;
}

/** The row of the national list, as it is shown where the actor works: at the pharmacy all is one list. */
async function listed(eprescription: Ref, at: Desk): Promise<Row | undefined> {
  const number = numberOf(at, eprescription);
  const panel =
    at.context.actor.unit === 'community-pharmacy'
      ? await at.screen.listOf(at.patient, LIST, 'Sök på personnummer')
      : await at.screen.tabList(at.patient, TAB, TAB);
  return panel.row(LIST, number);
}

const questions: QuestionTable<EprescriptionQuestion> = {
  'on-national-list': {
    expected: ({ eprescription }, at) =>
      `I nationella läkemedelslistan står ${told(issuingOf(at.context, eprescription))}.`,
    async look({ eprescription }, at) {
      const row = await listed(eprescription, at);
      if (row === undefined) return { seen: false, observed: NOT_THERE };
      const line = lineOf(row.Läkemedel, row.Dosering, row.Ordinationsorsak);
      return {
        seen: row.Status === 'Giltigt' && line === told(issuingOf(at.context, eprescription)),
        observed: `I listan står ${line} (${row.Status?.toLowerCase()}).`,
      };
    },
  },

  'withdrawn-on-national-list': {
    expected: ({ eprescription }) => `”${eprescription.ref}” står som makulerat.`,
    async look({ eprescription }, at) {
      const row = await listed(eprescription, at);
      return {
        seen: row?.Status === 'Makulerat',
        observed: row === undefined ? NOT_THERE : `Receptet står som ${row.Status?.toLowerCase()}.`,
      };
    },
  },

  'dispensing-on-national-list': {
    expected: ({ dispensing }) =>
      `Uttaget ”${dispensing.ref}” står i nationella läkemedelslistan, med det läkemedel som förskrevs.`,
    async look({ dispensing }, at) {
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Uttag', numberOf(at, dispensing));
      return {
        seen: row?.Status === 'Expedierat' && row.Läkemedel === drugDispensed(at.context, dispensing),
        observed:
          row === undefined
            ? 'Uttaget står inte i nationella läkemedelslistan.'
            : `Uttaget av ${row.Läkemedel} står som ${row.Status?.toLowerCase()}.`,
      };
    },
  },
};

const TAB = 'Recept';
const LIST = 'Nationella läkemedelslistan';
const NOT_THERE = 'Receptet står inte i nationella läkemedelslistan.';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = { tasks, questions, places: { 'issue-eprescription': PLACE } };
