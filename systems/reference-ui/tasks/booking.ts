import type { BookingTask } from '../../../domain/activities/booking.ts';
import type { TaskTable } from '../handler.ts';

export const bookingTasks: TaskTable<BookingTask> = {
  async 'book-telephone-time'({ reason }, { screen, patient }) {
    await screen.tab(patient, 'Bokning');
    const form = await screen.form('Boka telefontid');
    await form.write('Orsak', reason);
    return { reference: await form.send('Boka') };
  },
};
