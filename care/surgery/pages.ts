import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Form } from '../../systems/reference-ui/screen/form.ts';
import type { Row } from '../../systems/reference-ui/screen/panel.ts';
import { isShown } from '../../systems/reference-ui/words.ts';
import type { SurgeryQuestion, SurgeryTask } from './activities.ts';
import { followUpSlot, surgerySlot } from './times.ts';

const tasks: TaskTable<SurgeryTask> = {
  async 'put-on-waiting-list'({ procedure }, at) {
    await at.screen.tab(at.patient, TAB);
    const form = await at.screen.form('Sätt upp på väntelista');
    await form.write('Åtgärd', procedure);
    return { reference: await form.send('Sätt upp') };
  },

  async 'call-to-surgery'({ entry }, at) {
    const form = await formFor(at, entry, 'Kalla till operation', TO_CALL);
    await form.write('Tid', written(surgerySlot(now()).start));
    return { reference: await form.send('Kalla till operation') };
  },

  async 'note-no-show'({ entry }, at) {
    const form = await formFor(at, entry, 'Anteckna uteblivande', SCHEDULE);
    return { reference: await form.send('Uteblev') };
  },

  async 'record-surgery'({ entry }, at) {
    const form = await formFor(at, entry, 'Dokumentera operation', SCHEDULE);
    const procedure = (await inChart(at, entry))?.Åtgärd;
    return { reference: await form.send('Signera operationen'), data: { procedure } };
  },

  async 'book-follow-up'({ weeks }, at) {
    await at.screen.tab(at.patient, TAB);
    const { start } = followUpSlot(now(), weeks);
    const form = await at.screen.form('Boka återbesök');
    await form.write('Tid för återbesöket', written(start));
    return { reference: await form.send('Boka återbesöket'), data: { start } };
  },
};

/** The pages of the day are read and written in the time of the machine that shows them. */
const now = (): string => new Date().toISOString();

/** '2026-12-14 08:00', as the forms take it. */
const written = (start: string): string => new Date(start).toLocaleString('sv-SE').slice(0, 16);

/** '2026-12-14 08:00:00', as the lists show it. */
const shown = (start: unknown): string =>
  new Date(String(start)).toLocaleString('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  });

/** From the unit's list to the form in the chart, with the entry chosen. */
async function formFor(at: Desk, entry: Ref, name: string, queue: string): Promise<Form> {
  const number = numberOf(at, entry);
  if ((await onList(at, entry, queue)) === undefined)
    throw new Refused(`${number} står inte i listan ”${queue}”.`, 'absence');
  const row = await inChart(at, entry);
  if (row === undefined) throw new Refused(`${number} finns inte hos patienten.`, 'absence');
  return (await at.screen.form(name)).choose('Patientens plats', `${number} ${row.Åtgärd}`);
}

const onList = async (at: Desk, entry: Ref, queue: string): Promise<Row | undefined> =>
  (await at.screen.listOf(at.patient, queue, 'Sök på personnummer')).row(queue, numberOf(at, entry));

const inChart = async (at: Desk, entry: Ref): Promise<Row | undefined> =>
  (await at.screen.tabList(at.patient, TAB, TAB)).row(TIMES, numberOf(at, entry));

const questions: QuestionTable<SurgeryQuestion> = {
  'waits-for-call': {
    expected: ({ entry }) => `”${entry.ref}” står bland dem som mottagningen ska kalla.`,
    async look({ entry }, at) {
      const row = await onList(at, entry, TO_CALL);
      return {
        seen: row !== undefined,
        observed:
          row === undefined
            ? 'Patienten står inte bland dem som ska kallas.'
            : `Patienten står som ${row.Status}.`,
      };
    },
  },

  'on-surgery-schedule': {
    expected: ({ entry }) => `”${entry.ref}” står i operationsprogrammet, med sin tid.`,
    async look({ entry }, at) {
      const row = await onList(at, entry, SCHEDULE);
      return {
        seen: isShown(row?.Tid),
        observed:
          row === undefined
            ? 'Patienten står inte i operationsprogrammet.'
            : `${quoted(row.Åtgärd ?? '')} står i operationsprogrammet, ${row.Tid}.`,
      };
    },
  },

  'surgery-on-record': {
    expected: ({ surgery }) => `Operationen ”${surgery.ref}” står i patientens journal.`,
    async look({ surgery }, at) {
      const { procedure } = boundOf(at.context, surgery.ref).data ?? {};
      const panel = await at.screen.tabList(at.patient, TAB, TAB);
      const row = await panel.row('Operationer', numberOf(at, surgery));
      return {
        seen: isShown(row?.Åtgärd) && row?.Åtgärd === procedure,
        observed:
          row === undefined
            ? 'Operationen står inte i journalen.'
            : `I journalen står ${quoted(row.Åtgärd ?? '')}.`,
      };
    },
  },

  'follow-up-stands': {
    expected: ({ booking }) => `”${booking.ref}” står på den tid som bokades.`,
    async look({ booking }, at) {
      const { start } = boundOf(at.context, booking.ref).data ?? {};
      const row = await inChart(at, booking);
      return {
        seen: row?.Status === 'Bokad' && row.Tid === shown(start),
        observed: row === undefined ? 'Återbesöket står inte bokat.' : `Återbesöket står ${row.Tid}.`,
      };
    },
  },
};

const TAB = 'Planerad vård';
const TIMES = 'Väntelista och tider';
const TO_CALL = 'Att kalla';
const SCHEDULE = 'Operationsprogram';

const PLACE: Place = { tab: TAB, list: TAB };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'put-on-waiting-list': PLACE, 'record-surgery': PLACE, 'book-follow-up': PLACE },
};
