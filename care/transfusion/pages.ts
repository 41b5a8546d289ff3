import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Panel } from '../../systems/reference-ui/screen/panel.ts';
import type { TransfusionQuestion, TransfusionTask } from './activities.ts';
import { bagNumber } from './bag.ts';
import { bloodStopped, UNCHECKED, WRONG_BAG } from './stopped.ts';

const tasks: TaskTable<TransfusionTask> = {
  async 'order-blood'(_, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Beställ blod');
    await form.choose('Laboratorium', unitName(at, 'laboratory'));
    return { reference: await form.send('Beställ') };
  },

  async 'issue-blood'({ order }, at) {
    const ordered = numberOf(at, order);
    const queue = await at.screen.listOf(at.patient, QUEUE, 'Sök på personnummer');
    const row = await queue.row(QUEUE, ordered);
    if (row === undefined) throw new Refused(`Beställning ${ordered} finns inte på listan.`, 'absence');
    const number = bagNumber(at.context.token);
    const form = await at.screen.form('Lämna ut blod');
    await form.choose('Beställning', `${ordered} ${row.Vad}`);
    await form.write('Påsens nummer', number);
    return { reference: await form.send('Lämna ut'), data: { number } };
  },

  async 'check-blood'({ bag }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Kontrollera påse mot patient');
    await form.write('Kontrollerad påses nummer', numberOn(at, bag));
    return { reference: await form.send('Signera kontrollen') };
  },

  transfuse: ({ bag }, at) => give(numberOn(at, bag), at),
  'attempt-to-transfuse': ({ bag }, at) => give(numberOn(at, bag), at),
  'attempt-wrong-bag': (_, at) => give(bagNumber(at.context.token), at),
};

const numberOn = ({ context }: Desk, { ref }: Ref): string => String(boundOf(context, ref).data?.number);

async function give(number: string, { screen, patient }: Desk): Promise<Made> {
  await screen.tab(patient, TAB);
  const form = await screen.form('Ge blod');
  await form.write('Given påses nummer', number);
  return { reference: await form.send('Blodet ges') };
}

const listOf = ({ screen, patient }: Desk): Promise<Panel> => screen.tabList(patient, TAB, TAB);

const questions: QuestionTable<TransfusionQuestion> = {
  'blood-issued': {
    expected: ({ bag }) => `”${bag.ref}” är utlämnad till patienten.`,
    async look({ bag }, at) {
      const row = await (await listOf(at)).row('Utlämnade påsar', numberOf(at, bag));
      return {
        seen: row?.Påse === numberOn(at, bag),
        observed: row === undefined ? 'Påsen syns inte.' : `Påsen ${row.Påse} är utlämnad till patienten.`,
      };
    },
  },

  'unchecked-blood-stopped': {
    expected: () => 'Blodet stoppas, eftersom två personer inte har kontrollerat påsen.',
    look: async ({ attempt }, at) => bloodStopped(attempt, UNCHECKED, at.context),
  },

  'wrong-bag-stopped': {
    expected: () => 'Blodet stoppas, eftersom påsen inte är utlämnad till patienten.',
    look: async ({ attempt }, at) => bloodStopped(attempt, WRONG_BAG, at.context),
  },

  'transfusion-on-record': {
    expected: ({ bag }) => `I journalen står att ”${bag.ref}” gavs, och att två har kontrollerat den.`,
    async look({ transfusion, bag }, at) {
      const panel = await listOf(at);
      const given = await panel.row('Givet blod', numberOf(at, transfusion));
      const number = numberOn(at, bag);
      const checks = (await panel.rows('Kontroller')).filter(({ Påse }) => Påse === number);
      const checkers = new Set(checks.map(({ Av }) => Av));
      return {
        seen: given?.Påse === number && checkers.size >= 2,
        observed: `Påse ${given?.Påse ?? 'utan nummer'} är given, kontrollerad av ${checkers.size}.`,
      };
    },
  },
};

const TAB = 'Blod';
const QUEUE = 'Blodbeställningar';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'order-blood': PLACE, 'issue-blood': PLACE, transfuse: PLACE },
};
