import type { Appointment } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import type { UnitKind } from '../../domain/role.ts';
import { boundOf } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { coded, concept, isAt, pointer, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { atUnit } from '../../systems/fhir-r4/participant.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { SurgeryQuestion, SurgeryTask } from './activities.ts';
import { followUpSlot, surgerySlot } from './times.ts';

const SURGERY = concept('surgery', 'Operation');
/** SNOMED CT: Surgical procedure, of FHIR's categories of procedures. */
const CATEGORY = coded(SYSTEMS.snomed, '387713003', 'Operation');

const CHANGING: Needs = {
  interactions: [
    ['read', 'Appointment'],
    ['update', 'Appointment'],
  ],
  searches: [['Appointment', 'patient']],
};
const LISTED: Needs = { searches: [['Appointment', 'patient']] };

/** Waits for a first call, or for a new one. */
const TO_CALL = ['waitlist', 'noshow'];

const tasks: TaskTable<SurgeryTask> = {
  'put-on-waiting-list': {
    needs: { interactions: [['create', 'Appointment']] },
    perform({ procedure }, at) {
      return at.make({
        resourceType: 'Appointment',
        status: 'waitlist',
        serviceType: [SURGERY],
        description: procedure,
        created: at.now(),
        participant: [
          { actor: { reference: at.patient }, status: 'accepted' },
          ...atUnit(at.context.units.clinic, 'accepted'),
        ],
      });
    },
  },

  'call-to-surgery': {
    needs: CHANGING,
    async perform({ entry }, at) {
      const found = await worked(entry, TO_CALL, 'clinic', at);
      const slot = surgerySlot(at.now());
      await change(found, at, (appointment) => ({
        ...appointment,
        ...slot,
        status: 'booked',
        participant: [
          ...appointment.participant.filter((each) => !isUnit(each, 'surgery', at)),
          ...atUnit(at.context.units.surgery, 'accepted'),
        ],
      }));
      return { reference: referenceTo(found) };
    },
  },

  'note-no-show': {
    needs: CHANGING,
    async perform({ entry }, at) {
      const found = await worked(entry, ['booked'], 'surgery', at);
      await change(found, at, (appointment) => ({ ...appointment, status: 'noshow' }));
      return { reference: referenceTo(found) };
    },
  },

  'record-surgery': {
    needs: { ...CHANGING, interactions: [...(CHANGING.interactions ?? []), ['create', 'Procedure']] },
    async perform({ entry }, at) {
      const called = await worked(entry, ['booked'], 'surgery', at);
      const made = await at.make({
        resourceType: 'Procedure',
        status: 'completed',
        category: CATEGORY,
        code: { text: called.description },
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        performedDateTime: at.now(),
        recorder: at.me,
      });
      await change(called, at, (appointment) => ({ ...appointment, status: 'fulfilled' }));
      return { ...made, data: { procedure: called.description } };
    },
  },

  'book-follow-up': {
    needs: { interactions: [['create', 'Appointment']] },
    async perform({ weeks }, at) {
      const slot = followUpSlot(at.now(), weeks);
      const made = await at.make({
        resourceType: 'Appointment',
        status: 'booked',
        appointmentType: concept('follow-up', 'Återbesök'),
        description: `Återbesök efter ${weeks} veckor`,
        ...slot,
        participant: [
          { actor: { reference: at.patient }, status: 'accepted' },
          ...atUnit(at.context.units.clinic, 'accepted'),
        ],
      });
      return { ...made, data: { start: slot.start } };
    },
  },
};

const change = (
  found: Appointment,
  at: Workstation,
  to: (appointment: Appointment) => Appointment,
): Promise<void> => at.client.update('Appointment', referenceTo(found), at.context.token, to);

/** What somebody works by: the entry on the list of their unit. */
async function worked(
  entry: Ref,
  status: readonly string[],
  unit: UnitKind,
  at: Workstation,
): Promise<Appointment> {
  const found = await at.await(() => listed(entry, status, unit, at));
  if (found === undefined) throw new Refused('Patienten står inte på enhetens lista.', 'absence');
  return found;
}

/** The entry among those of a unit that have one of these statuses. */
async function listed(
  entry: Ref,
  status: readonly string[],
  unit: UnitKind,
  at: Workstation,
): Promise<Appointment | undefined> {
  const reference = madeBy(at, entry);
  const found = await at.client.search('Appointment', { patient: at.patient });
  return found.find(
    (each) =>
      isAt(each, reference) &&
      status.includes(each.status) &&
      each.participant.some((one) => isUnit(one, unit, at)),
  );
}

const isUnit = ({ actor }: Appointment['participant'][number], kind: UnitKind, at: Workstation): boolean =>
  actor?.identifier?.value !== undefined && actor.identifier.value === at.context.units[kind]?.hsaId;

const questions: QuestionTable<SurgeryQuestion> = {
  'waits-for-call': {
    needs: LISTED,
    expected: ({ entry }) => `”${entry.ref}” står bland dem som mottagningen ska kalla.`,
    async look({ entry }, at) {
      const found = await listed(entry, TO_CALL, 'clinic', at);
      const how = found?.status === 'noshow' ? 'uteblev och väntar på en ny tid' : 'väntar på en tid';
      return {
        seen: found !== undefined,
        observed: found === undefined ? 'Patienten står inte bland dem som ska kallas.' : `Patienten ${how}.`,
      };
    },
  },

  'on-surgery-schedule': {
    needs: LISTED,
    expected: ({ entry }) => `”${entry.ref}” står i operationsprogrammet, med sin tid.`,
    async look({ entry }, at) {
      const found = await listed(entry, ['booked'], 'surgery', at);
      return {
        seen: found?.start !== undefined,
        observed:
          found === undefined
            ? 'Patienten står inte i operationsprogrammet.'
            : `${quoted(found.description ?? '')} står i operationsprogrammet, ${found.start ?? 'utan tid'}.`,
      };
    },
  },

  'surgery-on-record': {
    needs: { searches: [['Procedure', 'patient']] },
    expected: ({ surgery }) => `Operationen ”${surgery.ref}” står i patientens journal.`,
    async look({ surgery }, at) {
      const reference = madeBy(at, surgery);
      const { procedure } = boundOf(at.context, surgery.ref).data ?? {};
      const done = await at.client.search('Procedure', { patient: at.patient });
      const found = done.find((each) => isAt(each, reference) && each.status === 'completed');
      return {
        seen: found?.code?.text !== undefined && found.code.text === procedure,
        observed:
          found === undefined
            ? 'Operationen står inte i journalen.'
            : `I journalen står ${quoted(found.code?.text ?? '')}.`,
      };
    },
  },

  'follow-up-stands': {
    needs: LISTED,
    expected: ({ booking }) => `”${booking.ref}” står på den tid som bokades.`,
    async look({ booking }, at) {
      const { start } = boundOf(at.context, booking.ref).data ?? {};
      const found = await listed(booking, ['booked'], 'clinic', at);
      return {
        seen: found?.start !== undefined && Date.parse(found.start) === Date.parse(String(start)),
        observed:
          found === undefined
            ? 'Återbesöket står inte bokat.'
            : `Återbesöket står ${found.start ?? 'utan tid'}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
