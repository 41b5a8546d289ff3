import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { DAY } from '../../domain/time.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import type { Finding, HomeCareQuestion, HomeCareTask } from './activities.ts';
import { type App, onDevice } from './device.ts';

const TAB = 'Hemsjukvård';

const tasks: TaskTable<HomeCareTask> = {
  async 'plan-home-visit'({ reason }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Planera hembesök');
    await form.write('För vad', reason);
    await form.write('Besökets tid', written(new Date()));
    await form.choose('Hemsjukvård', unitName(at, 'home-care'));
    return { reference: await form.send('Planera') };
  },

  async 'delegate-drugs'(_task, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Delegera läkemedel');
    await form.write('Gäller till', written(new Date(Date.now() + 365 * DAY)).slice(0, 10));
    return { reference: await form.send('Delegera') };
  },

  async 'accept-delegation'({ delegation }, at) {
    const number = numberOf(at, delegation);
    const panel = await at.screen.tabList(at.patient, TAB, TAB);
    const row = await panel.row('Delegeringar', number);
    if (row === undefined) throw new Refused(`Delegering ${number} står inte i listan.`, 'absence');
    const form = await at.screen.form('Ta emot delegering');
    await form.choose('Delegering', `${number} ${row.Vad}`);
    return { reference: await form.send('Ta emot') };
  },

  'write-without-network': ({ finding, clockAhead }, at) =>
    onDevice(
      at,
      async (app) => {
        await app.visit();
        const place = await app.written();
        await app.loseNetwork();
        await writeFinding(app, finding);
        return { data: { place } };
      },
      clockAhead,
    ),

  'give-without-network': ({ prescription }, at) =>
    onDevice(at, async (app) => {
      await app.visit();
      const place = await app.written();
      await app.loseNetwork();
      await app.give(drugBehind(prescription, at));
      return { data: { place } };
    }),

  'attempt-to-give-at-home': ({ prescription }, at) =>
    onDevice(at, async (app) => {
      await app.visit();
      await app.give(drugBehind(prescription, at));
      await app.allSent();
      return { reference: (await app.numbersStanding()).at(-1) ?? '' };
    }),

  'send-from-device': ({ entry, answerLost }, at) =>
    onDevice(at, async (app) => {
      // A device that lost the answer sends again when it is opened anew.
      if (answerLost) await app.page.reload();
      await app.allSent();
      await app.visit();
      const place = Number(boundOf(at.context, entry.ref).data?.place);
      return { reference: (await app.numbersStanding())[place] ?? '' };
    }),
};

async function writeFinding(app: App, finding: Finding): Promise<void> {
  if (finding.is === 'fall')
    return app.write('Rapportera fall', { 'Vad hände?': finding.account }, 'Spara fallet');
  const { systolic, diastolic } = finding;
  return app.write(
    'Mät blodtryck',
    { 'Systoliskt, mmHg': String(systolic), 'Diastoliskt, mmHg': String(diastolic) },
    'Spara blodtrycket',
  );
}

/** 'Amoxicillin', as a prescription of this flow names it. */
const drugBehind = ({ ref }: Ref, { context }: Desk): string =>
  (boundOf(context, ref).task as unknown as { readonly drug: { readonly word: string } }).drug.word;

/** '2026-12-14 08:00', as the forms take it. */
const written = (time: Date): string => time.toLocaleString('sv-SE').slice(0, 16);

const questions: QuestionTable<HomeCareQuestion> = {
  'home-entry-on-record': {
    expected: ({ entry }) => `”${entry.ref}” står i journalen som det skrevs, en gång.`,
    async look({ entry }, at) {
      const { finding } = findingBehind(entry, at);
      const rows = await list(at, 'Skrivet i hemmet');
      const found = rows.filter((row) => Object.values(row)[0] === numberOf(at, entry));
      const same = finding.is !== 'fall' ? found : rows.filter(({ Text }) => Text === finding.account);
      return {
        seen: found.length === 1 && same.length === 1,
        observed:
          same.length === 0
            ? 'Det som skrevs i hemmet står inte i journalen.'
            : `Det står ${same.length === 1 ? 'en gång' : `${same.length} gånger`} i journalen.`,
      };
    },
  },

  'home-dose-once': {
    expected: ({ dose }) => `”${dose.ref}” står i journalen en gång.`,
    async look({ dose }, at) {
      numberOf(at, dose);
      const rows = await list(at, 'Doser i hemmet');
      return {
        seen: rows.length === 1,
        observed: rows.length === 1 ? 'Dosen står en gång.' : `Dosen står ${rows.length} gånger.`,
      };
    },
  },

  'measured-before': {
    expected: ({ earlier, later }) => `”${earlier.ref}” står med en tid före ”${later.ref}”.`,
    async look({ earlier, later }, at) {
      const panel = await at.screen.tabList(at.patient, 'Mätvärden', 'Mätvärden');
      // The latest stands first.
      const numbers = (await panel.all('Mätvärden')).map((row) => Object.values(row)[0]);
      const [first, second] = [earlier, later].map((name) => numbers.indexOf(numberOf(at, name)));
      const isThere = first !== undefined && second !== undefined && first >= 0 && second >= 0;
      return {
        seen: isThere && first > second,
        observed: isThere
          ? `”${earlier.ref}” står ${first > second ? 'före' : 'efter'} ”${later.ref}” i tiden.`
          : 'Båda mätningarna står inte i journalen.',
      };
    },
  },

  'told-given-twice': {
    expected: ({ dose }) => `Appen säger att ”${dose.ref}” redan var given av en annan.`,
    look: (_question, at) =>
      onDevice(at, async (app) => {
        await app.visit();
        const told = (await app.page.getByText(/redan given/).allInnerTexts())[0];
        return {
          seen: told !== undefined,
          observed: told ?? 'Appen säger inget om att dosen redan var given.',
        };
      }),
  },

  'list-age-told': {
    expected: () => 'Appens läkemedelslista säger hur gammal den är.',
    look: ({ prescription }, at) =>
      onDevice(at, async (app) => {
        await app.visit();
        const drug = drugBehind(prescription, at);
        const isListed = (await app.page.locator('.drugs').getByText(drug).count()) > 0;
        const age = app.page.locator('.list-age');
        const told = (await age.isVisible()) ? (await age.innerText()).trim() : '';
        return {
          seen: isListed && AGE.test(told),
          observed: told === '' ? 'Listan säger inte hur gammal den är.' : `I appen står ”${told}”.`,
        };
      }),
  },

  'told-drug-stopped': {
    expected: ({ prescription }) => `Appen säger att ”${prescription.ref}” är utsatt.`,
    look: ({ prescription }, at) =>
      onDevice(at, async (app) => {
        await app.visit();
        const drug = drugBehind(prescription, at);
        const told = (await app.page.getByText(/är utsatt/).allInnerTexts()).find((text) =>
          text.includes(drug),
        );
        return { seen: told !== undefined, observed: told ?? 'Appen säger inte att läkemedlet är utsatt.' };
      }),
  },
};

/** 'Listan är från 08:05, 12 min sedan' */
const AGE = /^Listan är från .*\d{2}:\d{2}.*, .+ sedan$/;

async function list(at: Desk, table: string): Promise<readonly Row[]> {
  const panel = await at.screen.tabList(at.patient, TAB, TAB);
  return panel.all(table);
}

function findingBehind(sent: Ref, { context }: Desk): Of<HomeCareTask, 'write-without-network'> {
  const { entry } = taskBehind<Of<HomeCareTask, 'send-from-device'>>(context, sent.ref, 'send-from-device');
  return taskBehind<Of<HomeCareTask, 'write-without-network'>>(context, entry.ref, 'write-without-network');
}

const PLACE = (list: string): Place => ({ tab: TAB, list });

export const pages: PagesArea = {
  tasks,
  questions,
  places: {
    'plan-home-visit': PLACE('Hembesök'),
    'delegate-drugs': PLACE('Delegeringar'),
    'accept-delegation': PLACE('Mottagna delegeringar'),
  },
};
