import type { Of } from '../../domain/activity.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf, unitName } from '../../systems/reference-ui/desk.ts';
import type { Made, PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { reserveNumberFor } from '../identity/index.ts';
import type { NewbornQuestion, NewbornTask } from './activities.ts';
import { SCREENING } from './screening.ts';

const tasks: TaskTable<NewbornTask> = {
  async 'register-newborn'(_, at) {
    const born = new Date().toISOString().slice(0, 10);
    const { value } = reserveNumberFor(at.context.token, born);
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Registrera det nyfödda barnet');
    await form.write('Barnets reservnummer', value);
    await form.write('Barnets namn', `Nyfödd ${at.patient.familyName}`);
    await form.write('Född', born);
    return { reference: await form.send('Registrera barnet'), data: { number: value } };
  },

  'sample-newborn': ({ child }, at) => sample(child, at.patient.identifier.value, at),
  'attempt-to-sample-newborn': ({ child }, at) => sample(child, reserveNumberFor(at.context.token).value, at),

  async 'answer-newborn-sample'({ child, sample: taken, text }, at) {
    const number = numberOf(at, taken);
    const list = await at.screen.listOf(childOf(at, child), ORDERED, 'Sök på personnummer');
    const row = await list.row(ORDERED, number);
    if (row === undefined) throw new Refused(`${number} finns inte i listan ”${ORDERED}”.`, 'absence');
    const form = await at.screen.form('Slutsvar');
    await form.choose('Undersökning', `${number} ${row.Undersökning}`);
    await form.write('Svar', text);
    return { reference: await form.send('Lämna svaret') };
  },
};

async function sample(child: Ref, mother: string, at: Desk): Promise<Made> {
  await at.screen.tab(childOf(at, child), TAB);
  const form = await at.screen.form('Ta PKU-prov');
  await form.choose('Till', unitName(at, 'laboratory'));
  await form.write('Moderns nummer på kortet', mother);
  return { reference: await form.send('Skicka provet') };
}

/** The child, as a page finds people: by number. */
const childOf = (at: Desk, child: Ref): Patient => ({
  ...at.patient,
  key: child.ref,
  identifier: { ...at.patient.identifier, value: String(boundOf(at.context, child.ref).data?.number) },
});

const questions: QuestionTable<NewbornQuestion> = {
  'child-with-mother': {
    expected: ({ child }) => `Hos ”${child.ref}” står modern, och hos modern står barnet.`,
    async look({ child }, at) {
      const number = numberOf(at, child);
      const mother = await (await at.screen.tabList(childOf(at, child), TAB, TAB)).row('Mor', number);
      const hasMother = mother?.Modern === at.patient.identifier.value;
      const hasChild =
        (await (await at.screen.tabList(at.patient, TAB, TAB)).row('Barn', number)) !== undefined;
      return {
        seen: hasMother && hasChild,
        observed: `Modern ${hasMother ? 'står' : 'står inte'} hos barnet, och barnet ${hasChild ? 'står' : 'står inte'} hos modern.`,
      };
    },
  },

  'newborn-sample-answered': {
    expected: ({ child }) => `Svaret står hos ”${child.ref}”, ord för ord, och inte hos modern.`,
    async look({ child, answer }, at) {
      const number = numberOf(at, answer);
      const ofMother = await at.screen.tabList(at.patient, EXAMINATIONS, EXAMINATIONS);
      const withMother = await ofMother.find(ANSWERS, ({ Undersökning }) => Undersökning === SCREENING.word);
      if (withMother !== undefined) return { seen: false, observed: 'Svaret står hos modern.' };
      const ofChild = await at.screen.tabList(childOf(at, child), EXAMINATIONS, EXAMINATIONS);
      const row = await ofChild.row(ANSWERS, number);
      return {
        seen: row?.Svar === textOf(at, answer),
        observed:
          row === undefined
            ? 'Svaret står inte hos barnet.'
            : `Hos barnet står svaret ${quoted(row.Svar ?? '')}.`,
      };
    },
  },
};

const textOf = ({ context }: Desk, { ref }: Ref): string =>
  taskBehind<Of<NewbornTask, 'answer-newborn-sample'>>(context, ref, 'answer-newborn-sample').text;

const TAB = 'Nyfödd';
const EXAMINATIONS = 'Undersökningar';
const ANSWERS = 'Svar på undersökningar';
const ORDERED = 'Beställda undersökningar';

export const pages: PagesArea = { tasks, questions };
