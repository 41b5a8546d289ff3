import { numberField } from '../../domain/codes/hl7v2.ts';
import { classOf } from '../fhir/contact.ts';
import type { Minute } from '../history/calendar.ts';
import { minuteOfDate } from '../history/calendar.ts';
import type { ContactFact } from '../history/facts.ts';
import type { History } from '../history/history.ts';
import type { IdentityGuard } from '../output/identity-guard.ts';
import { components, date, segment, timestamp } from './segment.ts';

/** A message that is sent at a time. `type` as in MSH-9: 'ADT^A01^ADT_A01'. */
export interface Message {
  readonly at: Minute;
  readonly type: string;
  /** Everything after MSH. */
  readonly body: string;
}

/** What the segments of one person's messages have in common. */
export interface Sender {
  readonly history: History;
  readonly pid: string;
  /** The same where the message has no PD1; then what is told of the visit must be `shieldedVisit`. */
  readonly pidAlone: string;
  /** PV1 of a contact. */
  visit(contact: ContactFact | undefined): string;
  /** PV1, and PV2 where the identity is protected. */
  shieldedVisit(contact: ContactFact | undefined): string;
}

/** The message as text: segments end with carriage return. */
export const messageText = ({ at, type, body }: Message, controlId: string): string =>
  // MSH-1 is the delimiter itself, so fields are counted from the second.
  `MSH|^~\\&|GENREP|GENREP|MOTTAGARE|REGION|${timestamp(at)}||${type}|${controlId}|T|2.5|||||SWE|UNICODE UTF-8\r${body}`;

export function senderOf(
  history: History,
  idOf: (contact: ContactFact) => string,
  guard: IdentityGuard,
): Sender {
  const pid = pidOf(history, guard, undefined);
  const shield = history.person.protectedIdentity ? segment('PV2', { 22: 'Y' }) : '';
  const visit = (contact: ContactFact | undefined): string =>
    contact === undefined ? segment('PV1', { 1: '1', 2: 'N' }) : pv1(contact, idOf(contact));
  return {
    history,
    pid,
    pidAlone: pid.slice(0, pid.indexOf('\r') + 1),
    visit,
    shieldedVisit: (contact) => visit(contact) + shield,
  };
}

const CLASSES = { emergency: 'E', inpatient: 'I', phone: 'O', home: 'O', visit: 'O' } as const;
/** PV1-18: codes of ours, of the two characters that it holds. */
const PATIENT_TYPES = { emergency: 'AK', inpatient: 'SV', phone: 'TE', home: 'HB', visit: 'BE' } as const;

function pv1(contact: ContactFact, id: string): string {
  const { plan, at } = contact;
  return segment('PV1', {
    1: '1',
    2: CLASSES[classOf(plan)],
    3: placeOf(contact),
    7: metBy(contact),
    18: PATIENT_TYPES[classOf(plan)],
    19: components(id),
    44: timestamp(at),
  });
}

/** The unit, as a location. */
export const placeOf = ({ unit }: ContactFact): string => components(unit.key, '', '', unit.hsaId);

/** Who meets the patient. */
export const metBy = ({ unit, staff }: ContactFact): string => components(`${unit.key}-${staff}`);

/** PID, and PD1 where the identity is protected. Dead from `death` on. */
export function pidOf({ person }: History, guard: IdentityGuard, death: Minute | undefined): string {
  const { identifier, address, origin } = person;
  guard(identifier);
  const pid = segment('PID', {
    1: '1',
    3: `${numberField(identifier)}~${components(person.key)}^^^GENREP^PT`,
    5: components(person.familyName, person.givenName),
    7: date(minuteOfDate(person.birthDate)),
    8: person.sex === 'female' ? 'F' : 'M',
    11: `${components(address.line, '', address.city, '', address.postalCode, 'SWE')}^H^^${person.municipalityCode}`,
    15: origin.interpreter === undefined ? undefined : components(origin.interpreter),
    23: components(origin.countryOfBirth),
    29: death === undefined ? undefined : timestamp(death),
    30: death === undefined ? undefined : 'Y',
  });
  return person.protectedIdentity ? pid + segment('PD1', { 12: 'Y' }) : pid;
}
