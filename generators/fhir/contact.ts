import { type Contact, SETTINGS } from '../disease/module.ts';
import type { Minute } from '../history/calendar.ts';
import type { ContactFact } from '../history/facts.ts';
import type { Unit } from '../organisation/units.ts';
import { around, type Utf8Writer, utf8 } from '../output/utf8-writer.ts';
import type { About } from './about.ts';
import type { Id } from './ids.ts';
import { quoted, remembered, rememberedBy } from './json.ts';
import { instant, lastUpdated } from './time.ts';

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

export function classOf({ form, setting }: Contact): keyof typeof CLASSES {
  if (form === 'inpatient' || form === 'phone' || form === 'home') return form;
  return setting === 'emergency' ? 'emergency' : 'visit';
}

const BOOKED = utf8('-bokad');

export const appointmentId = (encounter: Id): Id => encounter.with(BOOKED);

/** Everything that only depends on what the contact was for. */
const planned = rememberedBy((plan: Contact) => {
  const kind =
    `"class":${CLASSES[classOf(plan)]},"type":[{"text":"${FORMS[plan.form]}"}],` +
    (plan.specialty === undefined ? '' : `"serviceType":{"text":"${plan.specialty}"},`);
  const reason = quoted(plan.reason);
  const booking = `"serviceCategory":[{"text":"${SETTINGS[plan.setting]}"}],"description":${reason},"start":"`;
  return {
    finished: utf8(`"},"status":"finished",${kind}`),
    inProgress: utf8(`"},"status":"in-progress",${kind}`),
    reason: utf8(`"},"reasonCode":[{"text":${reason}}],`),
    booked: utf8(`"},"status":"booked",${booking}`),
    fulfilled: utf8(`"},"status":"fulfilled",${booking}`),
    cancelled: utf8(`"},"status":"cancelled",${CANCELLED}${booking}`),
  };
});
const CANCELLED =
  '"cancelationReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason","code":"pat-dec","display":"Patient: Deceased"}]},';

const role = remembered(({ key }: Unit) => utf8(`"PractitionerRole/${key}-`));
const provider = remembered(({ key }: Unit) =>
  utf8(`"serviceProvider":{"reference":"Organization/${key}"}}`),
);

const [ENCOUNTER, PARTICIPANT, STARTED, ENDED] =
  around`{"resourceType":"Encounter","id":"${'id, lastUpdated, kind, subject'},"participant":[{"individual":{"reference":${'staff'}"}}],"period":{"start":"${'at'}","end":"${'end, reason, provider'}`;
const [BOOKING, END_OF_BOOKING] =
  around`"}}],"appointment":[{"reference":"Appointment/${'id'}"}],"period":{"start":"`;

/** The contact itself; one that has begun and not ended is in progress. */
export function encounterJson(
  out: Utf8Writer,
  id: Id,
  { plan, unit, staff, at, end, booked }: ContactFact,
  subject: About,
  until: Minute,
  changed: Minute,
): void {
  const over = end < until;
  const { finished, inProgress, reason } = planned(plan);
  out
    .add(ENCOUNTER)
    .part(id)

    .add(lastUpdated(changed))
    .add(over ? finished : inProgress);
  out.add(subject.person).add(PARTICIPANT).add(role(unit)).number(staff);
  if (booked === undefined) out.add(STARTED);
  else out.add(BOOKING).part(appointmentId(id)).add(END_OF_BOOKING);
  out.add(instant(at));
  if (over) out.add(ENDED).add(instant(end));
  out.add(reason).add(provider(unit));
}

const [APPOINTMENT, UNTIL, MINUTES, CREATED, PATIENT, STAFF, END] =
  around`{"resourceType":"Appointment","id":"${'id, lastUpdated, booking, at'}","end":"${'end'}","minutesDuration":${'minutes'},"created":"${'booked'}","participant":[{"actor":${'patient'},"status":"accepted"},{"actor":{"reference":${'staff'}"},"status":"accepted"}]}`;

/** The booking of a planned contact. */
export function appointmentJson(
  out: Utf8Writer,
  id: Id,
  contact: ContactFact,
  patient: About,
  status: 'booked' | 'fulfilled' | 'cancelled',
  changed: Minute,
): void {
  const { plan, unit, staff, at, end, booked = at } = contact;
  const length = Math.min(end - at, WORKDAY);
  out.add(APPOINTMENT).part(id).add(lastUpdated(changed));
  out.add(planned(plan)[status]).add(instant(at));
  out.add(UNTIL).add(instant(at + length));
  out.add(MINUTES).number(length).add(CREATED).add(instant(booked));
  out.add(PATIENT).add(patient.reference).add(STAFF).add(role(unit)).number(staff).add(END);
}

/** Minutes; a planned stay on a ward is booked for its first day. */
const WORKDAY = 8 * 60;
