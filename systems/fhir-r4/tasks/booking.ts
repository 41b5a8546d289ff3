import type { BookingTask } from '../../../domain/activities/booking.ts';
import { MINUTE } from '../../../domain/time.ts';
import { unitOf } from '../../care-system.ts';
import { concept } from '../concepts.ts';
import type { TaskTable } from '../handler.ts';
import { atUnit } from '../participant.ts';

/** How soon the telephone time is, and how long. */
const AHEAD = 60 * MINUTE;
const LENGTH = 15 * MINUTE;

export const bookingTasks: TaskTable<BookingTask> = {
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
