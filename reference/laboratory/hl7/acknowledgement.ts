import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { compose, type Envelope, field, newControlId, segment, textAt, textOf } from './message.ts';
import { ERRORS, type ErrorCode, type MessageError } from './message-error.ts';
import type { LaboratoryOrder } from './order.ts';
import { writePatient } from './patient.ts';

/** AA accepted · AE it is not right, or cannot be placed · AR it is of a kind that is not received here. */
type Verdict = 'AA' | 'AE' | 'AR';

/** Why not: code and place as ERR tells them, and words. */
export interface Objection {
  readonly verdict: Exclude<Verdict, 'AA'>;
  readonly code: ErrorCode;
  /** ERL: 'ORC^1^9', or '' */
  readonly location: string;
  readonly reason: string;
}

/** What a message that cannot be read is answered with. */
export const objectionTo = ({ message, code, location }: MessageError): Objection => ({
  verdict: code === '200' ? 'AR' : 'AE',
  code,
  location,
  reason: message,
});

/** ERR-8 holds no more. Source: HL7 v2.5 chapter 2.15.5. */
const LONGEST_REASON = 200;

const answerTo = (message: Hl7Message, at: number): Envelope => ({
  from: { application: textAt(message, 'MSH', 5), facility: textAt(message, 'MSH', 6) },
  to: { application: textAt(message, 'MSH', 3), facility: textAt(message, 'MSH', 4) },
  controlId: newControlId(),
  at,
  version: textAt(message, 'MSH', 12) === '2.6' ? '2.6' : '2.5',
});

const verdictOn = (message: Hl7Message, objection: Objection | undefined): readonly Hl7Segment[] => [
  segment('MSA', { 1: objection?.verdict ?? 'AA', 2: field(textAt(message, 'MSH', 10)) }),
  ...(objection === undefined ? [] : [errorOf(objection)]),
];

const errorOf = ({ code, location, reason }: Objection): Hl7Segment =>
  segment('ERR', {
    2: location,
    3: field(code, ERRORS[code], 'HL70357'),
    4: 'E',
    8: field(reason.slice(0, LONGEST_REASON)),
  });

/** ACK of any message; the reason of a no stands in ERR-8. */
export const acknowledge = (message: Hl7Message, at: number, objection?: Objection): Hl7Message =>
  compose(`ACK^${textAt(message, 'MSH', 9, 2)}^ACK`, answerTo(message, at), verdictOn(message, objection));

/** ORL^O22: every order of the message is accepted, or none is and `orders` says why. */
export const acknowledgeOrders = (
  message: Hl7Message,
  at: number,
  orders: readonly LaboratoryOrder[] | Objection,
): Hl7Message =>
  compose(
    'ORL^O22^ORL_O22',
    answerTo(message, at),
    'verdict' in orders
      ? verdictOn(message, orders)
      : [...verdictOn(message, undefined), ...accepted(orders)],
  );

const accepted = (orders: readonly LaboratoryOrder[]): readonly Hl7Segment[] => [
  ...orders.slice(0, 1).map(({ patient }) => writePatient(patient)),
  ...orders.map(({ number }) => segment('ORC', { 1: 'OK', 2: field(number) })),
];

/** Where a receiver may say why not, the plainest first: to people, in its own words, to programmers, by code. */
const REASONS: readonly ((error: Hl7Segment) => string)[] = [
  (error) => textOf(error, 8),
  (error) => textOf(error, 3, 9),
  (error) => textOf(error, 7),
  (error) => textOf(error, 3, 2),
  (error) => textOf(error, 3),
];

/** Why the receiver said no, in its words. */
export function reasonOf(acknowledgement: Hl7Message): string {
  const reasons = acknowledgement
    .getAllSegments('ERR')
    .map((error) => REASONS.map((reason) => reason(error)).find((text) => text !== '') ?? '')
    .filter((text) => text !== '');
  return reasons.join('; ') || textAt(acknowledgement, 'MSA', 3) || 'utan angiven orsak';
}

/** Codes of HL7's table 0357 that tell of the message, and of the receiver's state: record locked, internal error. */
const OF_THE_MESSAGE = /^(10[0-3]|20[0-5])$/;
const OF_THE_RECEIVER = /^20[67]$/;

/** Whether the same message may be accepted later: HL7 v2.5 chapter 2.9.2.2. */
export function mayPass(acknowledgement: Hl7Message): boolean {
  const codes = acknowledgement.getAllSegments('ERR').map((error) => textOf(error, 3));
  if (codes.some((code) => OF_THE_MESSAGE.test(code))) return false;
  return codes.some((code) => OF_THE_RECEIVER.test(code)) || textAt(acknowledgement, 'MSA', 1) === 'AR';
}
