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
  /** PV1 of a contact. */
  visit(contact: ContactFact | undefined): string;
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
  return {
    history,
    pid,
    visit: (contact) =>
      contact === undefined ? segment('PV1', { 1: '1', 2: 'N' }) : pv1(contact, idOf(contact)),
  };
}

const CLASSES = { emergency: 'E', inpatient: 'I', phone: 'O', home: 'O', visit: 'O' } as const;

function pv1(contact: ContactFact, id: string): string {
  const { unit, plan, staff, at } = contact;
  return segment('PV1', {
    1: '1',
    2: CLASSES[classOf(plan)],
    3: components(unit.key, '', '', unit.hsaId),
    7: components(`${unit.key}-${staff}`),
    10: components(plan.specialty ?? ''),
    18: classOf(plan),
    19: components(id),
    44: timestamp(at),
  });
}

/** PID, and PD1 where the identity is protected. Dead from `death` on. */
export function pidOf({ person }: History, guard: IdentityGuard, death: Minute | undefined): string {
  const { identifier, address, origin } = person;
  guard(identifier);
  const pid = segment('PID', {
    1: '1',
    3: `${components(identifier.value)}^^^${assigner(identifier.system)}^PI~${components(person.key)}^^^GENREP^PT`,
    5: components(person.familyName, person.givenName),
    7: date(minuteOfDate(person.birthDate)),
    8: person.sex === 'female' ? 'F' : 'M',
    11: `${components(address.line, '', address.city, person.municipalityCode, address.postalCode, 'SE')}^H`,
    15: origin.interpreter === undefined ? undefined : components(origin.interpreter),
    23: components(origin.countryOfBirth),
    29: death === undefined ? undefined : timestamp(death),
    30: death === undefined ? undefined : 'Y',
  });
  return person.protectedIdentity ? pid + segment('PD1', { 12: 'Y' }) : pid;
}

/** The last part of the identifier's system names who gives it out. */
export const assigner = (system: string): string =>
  components(system.slice(system.lastIndexOf('/') + 1).replace('urn:oid:', ''));
