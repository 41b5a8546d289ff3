import type { BookingQuestion } from '../../../domain/activities/booking.ts';
import { boundOf } from '../../care-system.ts';
import { referenceTo } from '../concepts.ts';
import type { QuestionTable } from '../handler.ts';
import { madeBy } from '../workstation.ts';

export const bookingQuestions: QuestionTable<BookingQuestion> = {
  'booking-on-schedule': {
    needs: { searches: [['Appointment', 'patient', 'date']] },
    expected: ({ booking }) => `”${booking.ref}” står i tidboken.`,
    async look({ booking }, at) {
      const reference = madeBy(at, booking);
      const start = String(boundOf(at.context, booking.ref).data?.start);
      const schedule = await at.client.search('Appointment', {
        patient: at.patient,
        date: `ge${start}`,
      });
      const booked = schedule.find((each) => referenceTo(each) === reference);
      if (booked === undefined) return { seen: false, observed: 'Tiden står inte i tidboken.' };
      const stands = booked.status === 'booked' && Date.parse(booked.start ?? '') === Date.parse(start);
      return {
        seen: stands,
        observed: stands
          ? 'Tiden står i tidboken.'
          : `Tiden står som ${booked.status}, ${booked.start ?? 'utan klockslag'}.`,
      };
    },
  },
};
