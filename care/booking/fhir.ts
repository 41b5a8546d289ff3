import { MINUTE } from '../../domain/time.ts';
import { boundOf, unitOf } from '../../systems/care-system.ts';
import { concept, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { atUnit } from '../../systems/fhir-r4/participant.ts';
import { madeBy } from '../../systems/fhir-r4/workstation.ts';
import type { BookingQuestion, BookingTask } from './activities.ts';

/** How soon the telephone time is, and how long. */
const AHEAD = 60 * MINUTE;
const LENGTH = 15 * MINUTE;

const tasks: TaskTable<BookingTask> = {
  'book-telephone-time': {
    needs: { interactions: [['create', 'Appointment']] },
    async perform({ reason }, at) {
      const begins = Date.parse(at.now()) + AHEAD;
      const start = new Date(begins).toISOString();
      const { reference } = await at.make({
        resourceType: 'Appointment',
        status: 'booked',
        appointmentType: concept('telephone', 'Telefontid'),
        description: reason,
        start,
        end: new Date(begins + LENGTH).toISOString(),
        participant: [
          { actor: { reference: at.patient }, status: 'accepted' },
          ...atUnit(unitOf(at.context), 'accepted'),
        ],
      });
      return { reference, data: { start } };
    },
  },
};

const questions: QuestionTable<BookingQuestion> = {
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

export const fhir: FhirArea = { tasks, questions };
