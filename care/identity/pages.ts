import type { Of } from '../../domain/activity.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, taskBehind } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import { looking, shownText } from '../../systems/reference-ui/screen/looking.ts';
import type { IdentityQuestion, IdentityTask } from './activities.ts';
import { reserveNumberFor } from './reserve-number.ts';

type Noting = Of<IdentityTask, 'note-on-unknown'>;

const tasks: TaskTable<IdentityTask> = {
  async 'register-unknown'(_, { screen, context }) {
    const { value } = reserveNumberFor(context.token);
    await screen.menu('Registrera ankomst');
    const form = await screen.form('Registrera en okänd');
    await form.write('Reservnummer', value);
    return { reference: await form.send('Registrera den okända'), data: { number: value } };
  },

  async 'note-on-unknown'({ unknown, text }, at) {
    await at.screen.tab(strangerOf(at, unknown), 'Journal');
    const form = await at.screen.form('Skriv anteckning');
    await form.write('Anteckning', text);
    return { reference: await form.send('Spara') };
  },

  'join-records': ({ unknown }, at) => change(unknown, 'För samman journaler', 'För samman', at),
  'part-records': ({ unknown }, at) => change(unknown, 'Skilj journaler åt', 'Skilj åt', at),
};

async function change(unknown: Ref, name: string, button: string, at: Desk) {
  await at.screen.tab(at.patient, TAB);
  const form = await at.screen.form(name);
  await form.write('Reservnummer', reserveNumber(at, unknown));
  return { reference: await form.send(button) };
}

const reserveNumber = ({ context }: Desk, unknown: Ref): string =>
  String(boundOf(context, unknown.ref).data?.number);

/** The unknown, as a page finds people: by number. */
const strangerOf = (at: Desk, unknown: Ref): Patient => ({
  ...at.patient,
  key: unknown.ref,
  identifier: { ...at.patient.identifier, value: reserveNumber(at, unknown) },
});

const questions: QuestionTable<IdentityQuestion> = {
  'histories-together': {
    expected: ({ note }) => `I patientens journal står också ”${note.ref}”, som skrevs om den okända.`,
    async look({ note }, at) {
      const text = await noteIn(at, at.patient, note);
      return {
        seen: text === textOf(at, note),
        observed:
          text === undefined
            ? 'Anteckningen syns inte hos patienten.'
            : `Hos patienten står ${quoted(text)}.`,
      };
    },
  },

  'histories-apart': {
    expected: ({ note }) => `”${note.ref}” står hos den okända, och inte hos patienten.`,
    async look({ unknown, note }, at) {
      const withPatient = await noteIn(at, at.patient, note);
      if (withPatient !== undefined) return { seen: false, observed: 'Anteckningen står hos patienten.' };
      const text = await noteIn(at, strangerOf(at, unknown), note);
      return {
        seen: text === textOf(at, note),
        observed:
          text === undefined
            ? 'Anteckningen syns inte hos den okända.'
            : `Hos den okända står ${quoted(text)}.`,
      };
    },
  },
};

const textOf = (at: Desk, note: Ref): string =>
  taskBehind<Noting>(at.context, note.ref, 'note-on-unknown').text;

/** The note as the journal of somebody shows it; undefined only where it is not there. */
async function noteIn(at: Desk, person: Patient, note: Ref): Promise<string | undefined> {
  const journal = await at.screen.tabList(person, 'Journal', 'Anteckningar');
  const number = numberOf(at, note);
  const document = journal.region.getByRole('article', { name: new RegExp(` ${number}$`) });
  if ((await document.count()) === 0) {
    await journal.assertWhole();
    return undefined;
  }
  return looking(`texten i ${number}`, () => shownText(document.getByRole('region', { name: /^Text i / })));
}

const TAB = 'Identitet';

export const pages: PagesArea = { tasks, questions };
