import { numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { BookingQuestion, BookingTask } from './activities.ts';

const tasks: TaskTable<BookingTask> = {
  async 'book-telephone-time'({ reason }, { screen, patient }) {
    await screen.tab(patient, 'Bokning');
    const form = await screen.form('Boka telefontid');
    await form.write('Orsak', reason);
    return { reference: await form.send('Boka') };
  },
};

const questions: QuestionTable<BookingQuestion> = {
  'booking-on-schedule': {
    expected: () => 'Tiden står bokad i tidboken.',
    async look({ booking }, at) {
      const row = await (await at.screen.list('Tidbok')).row('Tidbok', numberOf(at, booking));
      if (row === undefined) return { seen: false, observed: 'Tiden står inte i tidboken.' };
      const isPatients = row.Personnummer === at.patient.identifier.value;
      return {
        seen: isPatients && row.Status === 'Bokad',
        observed: isPatients
          ? `I tidboken står ${row.Orsak}: ${row.Status}.`
          : 'Tiden står i tidboken, men för en annan patient.',
      };
    },
  },
};

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'book-telephone-time': { tab: 'Bokning', list: 'Bokade tider' } },
};
