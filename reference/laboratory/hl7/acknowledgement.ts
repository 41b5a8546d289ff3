import type { Hl7Message } from '@medplum/core';
import { compose, type Envelope, field, segment, textAt } from './message.ts';

/** AA accepted · AE it is right but cannot be placed · AR it cannot be read. */
export type Verdict = 'AA' | 'AE' | 'AR';

const answerTo = (message: Hl7Message, at: number): Envelope => ({
  from: { application: textAt(message, 'MSH', 5), facility: textAt(message, 'MSH', 6) },
  to: { application: textAt(message, 'MSH', 3), facility: textAt(message, 'MSH', 4) },
  controlId: `A-${textAt(message, 'MSH', 10)}`,
  at,
});

const verdictOn = (message: Hl7Message, verdict: Verdict, reason: string) => [
  segment('MSA', { 1: verdict, 2: field(textAt(message, 'MSH', 10)) }),
  ...(reason === '' ? [] : [segment('ERR', { 3: field('207', '', 'HL70357'), 4: 'E', 8: field(reason) })]),
];

/** ACK of any message; the reason of a no stands in ERR-8. */
export const acknowledge = (message: Hl7Message, at: number, verdict: Verdict, reason = ''): Hl7Message =>
  compose(
    `ACK^${textAt(message, 'MSH', 9, 2)}^ACK`,
    answerTo(message, at),
    verdictOn(message, verdict, reason),
  );

/** ORL^O22: what becomes of an order. */
export const acknowledgeOrder = (
  message: Hl7Message,
  at: number,
  verdict: Verdict,
  reason = '',
): Hl7Message =>
  compose('ORL^O22^ORL_O22', answerTo(message, at), [
    ...verdictOn(message, verdict, reason),
    segment('ORC', { 1: verdict === 'AA' ? 'OK' : 'UA', 2: field(textAt(message, 'ORC', 2)) }),
  ]);

/** Why the receiver said no, in its words. */
export const reasonOf = (acknowledgement: Hl7Message): string =>
  textAt(acknowledgement, 'ERR', 8) || 'utan angiven orsak';
