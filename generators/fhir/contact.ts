import { SETTINGS } from '../disease/module.ts';
import type { Minute } from '../history/calendar.ts';
import type { ContactFact } from '../history/facts.ts';
import { quoted, rememberedText } from './json.ts';
import { instantText } from './time.ts';

const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const CLASSES = {
  emergency: `{"system":"${ACT}","code":"EMER"}`,
  inpatient: `{"system":"${ACT}","code":"IMP"}`,
  phone: `{"system":"${ACT}","code":"VR"}`,
  home: `{"system":"${ACT}","code":"HH"}`,
  visit: `{"system":"${ACT}","code":"AMB"}`,
} as const;
const FORMS = {
  planned: 'Planerat besök',
  acute: 'Akut besök',
  phone: 'Telefonkontakt',
  home: 'Hembesök',
  inpatient: 'Slutenvård',
} as const;

export function classOf({ plan }: ContactFact): keyof typeof CLASSES {
  if (plan.form === 'inpatient' || plan.form === 'phone' || plan.form === 'home') return plan.form;
  return plan.setting === 'emergency' ? 'emergency' : 'visit';
}

const text = rememberedText(quoted);

export const appointmentId = (encounter: string): string => `${encounter}-bokad`;

/** The contact itself; one that has begun and not ended is in progress. */
export function encounterJson(
  id: string,
  contact: ContactFact,
  subject: string,
  until: Minute,
  changed: Minute,
): string {
  const { plan, unit, staff, at, end, booked } = contact;
  const over = end < until;
  return (
    `{"resourceType":"Encounter","id":"${id}","meta":{"lastUpdated":"${instantText(changed)}"},` +
    `"status":"${over ? 'finished' : 'in-progress'}","class":${CLASSES[classOf(contact)]},` +
    `"type":[{"text":"${FORMS[plan.form]}"}],` +
    (plan.specialty === undefined ? '' : `"serviceType":{"text":"${plan.specialty}"},`) +
    `${subject},"participant":[{"individual":{"reference":"PractitionerRole/${unit.key}-${staff}"}}],` +
    (booked === undefined ? '' : `"appointment":[{"reference":"Appointment/${appointmentId(id)}"}],`) +
    `"period":{"start":"${instantText(at)}"${over ? `,"end":"${instantText(end)}"` : ''}},` +
    `"reasonCode":[{"text":${text(plan.reason)}}],` +
    `"serviceProvider":{"reference":"Organization/${unit.key}"}}`
  );
}

/** The booking of a planned contact. */
export function appointmentJson(
  id: string,
  contact: ContactFact,
  patient: string,
  status: 'booked' | 'fulfilled' | 'cancelled',
  changed: Minute,
): string {
  const { plan, unit, at, end, booked = at } = contact;
  const length = Math.min(end - at, WORKDAY);
  return (
    `{"resourceType":"Appointment","id":"${appointmentId(id)}","meta":{"lastUpdated":"${instantText(changed)}"},` +
    `"status":"${status}",${status === 'cancelled' ? CANCELLED : ''}` +
    `"serviceCategory":[{"text":"${SETTINGS[plan.setting]}"}],"description":${text(plan.reason)},` +
    `"start":"${instantText(at)}","end":"${instantText(at + length)}","minutesDuration":${length},` +
    `"created":"${instantText(booked)}","participant":[` +
    `{"actor":{"reference":"Patient/${patient}"},"status":"accepted"},` +
    `{"actor":{"reference":"PractitionerRole/${unit.key}-${contact.staff}"},"status":"accepted"}]}`
  );
}

/** Minutes; a planned stay on a ward is booked for its first day. */
const WORKDAY = 8 * 60;
const CANCELLED =
  '"cancelationReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason","code":"pat-dec","display":"Patient: Deceased"}]},';
