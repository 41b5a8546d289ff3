import type {
  Appointment,
  AppointmentParticipant,
  Communication,
  Consent,
  Reference,
  Task,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { codeIn, concept } from './concepts.ts';
import type { UnitChoice } from './units.ts';

/** Messages of lag (2017:612) om samverkan vid utskrivning. */
export const MESSAGES = ['admission', 'ready-for-discharge', 'discharge-information'] as const;
export type MessageKind = (typeof MESSAGES)[number];

const isMessage = (code: string | undefined): code is MessageKind => MESSAGES.includes(code as MessageKind);

/** Which of the messages it is; undefined for other kinds of communication. */
export function messageKindOf({ category }: Communication): MessageKind | undefined {
  const code = codeIn(SYSTEMS.genrep, category);
  return isMessage(code) ? code : undefined;
}

export const CARE_PLANNING = 'sip';
const TELEPHONE_TIME = 'telephone';

export const consentOf = (patient: Reference, decision: 'permit' | 'deny', text: string): Consent => ({
  resourceType: 'Consent',
  status: 'active',
  scope: { coding: [{ system: SYSTEMS.consentScope, code: 'patient-privacy' }] },
  category: [concept('share-with-municipality', text)],
  patient: patient as Consent['patient'],
  dateTime: new Date().toISOString(),
  // FHIR wants to know which rules a consent follows (ppc-1).
  policyRule: { text: 'Patientdatalagen (2008:355)' },
  provision: { type: decision },
});

export const messageOf = (
  kind: MessageKind,
  patient: Reference,
  recipient: Reference,
  title: string,
  text: string,
): Communication => ({
  resourceType: 'Communication',
  status: 'completed',
  category: [concept(kind, title)],
  subject: patient as Communication['subject'],
  recipient: [recipient] as Communication['recipient'],
  sent: new Date().toISOString(),
  payload: [{ contentString: text }],
});

/** A call to samordnad individuell planering (SIP). */
export const carePlanningOf = (patient: Reference, municipality: UnitChoice | undefined): Appointment => ({
  resourceType: 'Appointment',
  status: 'proposed',
  serviceType: [concept(CARE_PLANNING, 'Samordnad individuell planering (SIP)')],
  participant: participants(patient, municipality, 'needs-action'),
});

/** A telephone time with the physician of a unit. */
export const telephoneTimeOf = (
  patient: Reference,
  unit: UnitChoice | undefined,
  reason: string,
  start: Date,
): Appointment => ({
  resourceType: 'Appointment',
  status: 'booked',
  appointmentType: concept(TELEPHONE_TIME, 'Telefontid'),
  description: reason,
  start: start.toISOString(),
  end: new Date(start.getTime() + 15 * 60_000).toISOString(),
  participant: participants(patient, unit, 'accepted'),
});

/** The unit is named by its HSA-id: R4 allows no reference to an Organization there. */
const participants = (
  patient: Reference,
  unit: UnitChoice | undefined,
  status: AppointmentParticipant['status'],
): AppointmentParticipant[] => [
  { actor: patient as AppointmentParticipant['actor'], status },
  {
    actor: {
      type: 'Organization',
      identifier: { system: SYSTEMS.hsaId, value: unit?.hsaId },
      display: unit?.name,
    },
    status,
  },
];

/** How a search asks for the appointments of a unit. */
export const ofUnit = (unit: UnitChoice | undefined): string =>
  `actor:identifier=${encodeURIComponent(`${SYSTEMS.hsaId}|${unit?.hsaId}`)}`;

export const patientIn = ({ participant }: Appointment): Reference | undefined =>
  participant.map(({ actor }) => actor).find((actor) => actor?.reference?.startsWith('Patient/'));

export const unitIn = ({ participant }: Appointment): Reference | undefined =>
  participant.map(({ actor }) => actor).find((actor) => actor?.type === 'Organization');

/** An entry in a unit's inbox, with the message it is about. */
export interface InboxEntry {
  readonly id: string;
  readonly task: Task;
  readonly message: Communication | undefined;
}
