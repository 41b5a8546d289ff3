import { assumedMinutes, defineArea } from '../../domain/area.ts';
import type { BookingQuestion, BookingTask } from './activities.ts';

export * from './activities.ts';

export const area = defineArea<BookingTask, BookingQuestion>({
  name: 'booking',
  sv: 'Bokning',
  en: 'Booking',
  tasks: {
    'book-telephone-time': {
      sv: 'boka telefontid',
      en: 'book telephone time',
      workingTime: assumedMinutes(4),
    },
  },
  questions: {
    'booking-on-schedule': {
      sv: 'se tiden i tidboken',
      en: 'see the booking on the schedule',
    },
  },
  things: { booking: { sv: 'en bokad tid', madeBy: ['book-telephone-time'] } },
});
