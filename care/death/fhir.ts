import { DAY, HOUR } from '../../domain/time.ts';
import { unitOf } from '../../systems/care-system.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { concept, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { atUnit } from '../../systems/fhir-r4/participant.ts';
import type { DeathQuestion, DeathTask } from './activities.ts';
import { stoppedForDeath } from './stopped.ts';

/** A time, a call or a place on a list that somebody may still act on. */
const STANDING: ReadonlySet<string | undefined> = new Set([
  'proposed',
  'pending',
  'booked',
  'arrived',
  'waitlist',
]);

const tasks: TaskTable<DeathTask> = {
  'record-death': {
    needs: {
      interactions: [
        ['read', 'Patient'],
        ['update', 'Patient'],
      ],
    },
    async perform(_, at) {
      await at.client.update('Patient', at.patient, at.context.token, (patient) => ({
        ...patient,
        deceasedDateTime: at.now(),
      }));
      return { reference: at.patient };
    },
  },

  'cancel-planned': {
    needs: {
      interactions: [
        ['read', 'Appointment'],
        ['update', 'Appointment'],
      ],
      searches: [['Appointment', 'patient']],
    },
    async perform(_, at) {
      const found = await at.client.search('Appointment', { patient: at.patient });
      for (const each of found.all().filter(({ status }) => STANDING.has(status)))
        await at.client.update('Appointment', referenceTo(each), at.context.token, (appointment) => ({
          ...appointment,
          status: 'cancelled',
          cancelationReason: { text: 'Patienten har avlidit' },
        }));
      return {};
    },
  },

  'attempt-to-book-the-dead': {
    needs: { interactions: [['create', 'Appointment']] },
    perform(_, at) {
      const start = Math.floor(Date.parse(at.now()) / DAY) * DAY + 7 * DAY + 8 * HOUR;
      return at.make({
        resourceType: 'Appointment',
        status: 'booked',
        appointmentType: concept('follow-up', 'Återbesök'),
        description: 'Återbesök',
        start: new Date(start).toISOString(),
        end: new Date(start + HOUR / 2).toISOString(),
        participant: [
          { actor: { reference: at.patient }, status: 'accepted' },
          ...atUnit(unitOf(at.context), 'accepted'),
        ],
      });
    },
  },
};

const questions: QuestionTable<DeathQuestion> = {
  'death-on-record': {
    needs: { interactions: [['read', 'Patient']] },
    expected: () => 'Den som öppnar journalen ser att patienten är avliden.',
    async look(_, at) {
      const { deceasedDateTime } = await at.client.read('Patient', at.patient);
      return {
        seen: deceasedDateTime !== undefined,
        observed:
          deceasedDateTime === undefined ? 'Patienten står som levande.' : `Avliden ${deceasedDateTime}.`,
      };
    },
  },

  'nothing-planned': {
    needs: { searches: [['Appointment', 'patient']] },
    expected: () => 'Ingen kallelse, tid eller plats på väntelista står kvar.',
    async look(_, at) {
      const found = await at.client.search('Appointment', { patient: at.patient });
      const standing = found.seen.filter(({ status }) => STANDING.has(status));
      if (standing.length > 0) {
        const told = standing.map(
          ({ description = 'utan namn', status }) => `${quoted(description)} (${status})`,
        );
        return { seen: false, observed: `Kvar står ${listed(told)}.` };
      }
      found.all();
      return { seen: true, observed: 'Inget är planerat.' };
    },
  },

  'booking-stopped': {
    needs: { workflows: ['death-stops-booking'] },
    expected: () => 'Bokningen stoppas, eftersom patienten är avliden.',
    look: async ({ attempt }, at) => stoppedForDeath(attempt, at.context),
  },
};

/** What a system does by itself here. */
const workflows = {
  'death-stops-booking': { sv: 'hindrar bokningar för den som har avlidit' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
