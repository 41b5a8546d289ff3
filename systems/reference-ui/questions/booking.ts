import type { BookingQuestion } from '../../../domain/activities/booking.ts';
import { numberOf } from '../desk.ts';
import type { QuestionTable } from '../handler.ts';

export const bookingQuestions: QuestionTable<BookingQuestion> = {
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
