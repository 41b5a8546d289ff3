import type { Hl7Message } from '@medplum/core';
import { parseHl7DateTime } from '@medplum/core';
import {
  compose,
  type Envelope,
  field,
  MessageError,
  requiredAt,
  segment,
  textAt,
  timestamp,
  typeOf,
} from './message.ts';
import type { Person } from './order.ts';

export type AnswerContent =
  | { readonly value: number /** UCUM */; readonly unit: string }
  | { readonly text: string };

/** A validated answer to one order. */
export interface LaboratoryAnswer {
  /** The laboratory's number of it, OBR-3. */
  readonly number: string;
  /** The care system's number of the order, OBR-2. */
  readonly orderNumber: string;
  readonly patientIdentifier: string;
  readonly test: { readonly code: string; readonly display: string };
  readonly content: AnswerContent;
  /** ISO 8601 */
  readonly validatedAt: string;
  readonly validatedBy: Person;
  /** What the one who answered wants to find it again by, OBR-20. */
  readonly token: string;
}

/** ORU^R01: a final answer, as a number (NM) or as text of up to 65,536 characters (FT). */
export function writeAnswer(answer: LaboratoryAnswer, envelope: Envelope): Hl7Message {
  const { content, test } = answer;
  const validatedAt = timestamp(answer.validatedAt);
  const code = field(test.code, test.display, 'NPU');
  const orderNumber = field(answer.orderNumber);
  const number = field(answer.number);
  const observed: Readonly<Record<number, string>> =
    'text' in content
      ? { 2: 'FT', 5: field(content.text) }
      : { 2: 'NM', 5: String(content.value), 6: field(content.unit, content.unit, 'UCUM') };
  return compose('ORU^R01^ORU_R01', envelope, [
    segment('PID', { 1: '1', 3: field(answer.patientIdentifier) }),
    segment('ORC', { 1: 'RE', 2: orderNumber, 3: number }),
    segment('OBR', {
      1: '1',
      2: orderNumber,
      3: number,
      4: code,
      20: field(answer.token),
      22: validatedAt,
      25: 'F',
    }),
    segment('OBX', {
      1: '1',
      3: code,
      ...observed,
      11: 'F',
      14: validatedAt,
      16: field(answer.validatedBy.hsaId, answer.validatedBy.name),
    }),
  ]);
}

function readContent(message: Hl7Message): AnswerContent {
  const type = requiredAt(message, 'OBX', 2);
  if (type === 'FT') return { text: textAt(message, 'OBX', 5) };
  const value = Number(requiredAt(message, 'OBX', 5));
  if (type !== 'NM' || !Number.isFinite(value)) {
    throw new MessageError(`Svaret i OBX-5 är av typen ${type} och går inte att läsa.`);
  }
  return { value, unit: textAt(message, 'OBX', 6) };
}

export function readAnswer(message: Hl7Message): LaboratoryAnswer {
  if (typeOf(message) !== 'ORU^R01' || textAt(message, 'OBR', 25) !== 'F') {
    throw new MessageError(`Meddelandet ${typeOf(message)} är inte ett slutsvar.`);
  }
  const validatedAt = parseHl7DateTime(requiredAt(message, 'OBR', 22));
  if (validatedAt === undefined) throw new MessageError('Tiden i OBR-22 går inte att läsa.');
  return {
    number: requiredAt(message, 'OBR', 3),
    orderNumber: requiredAt(message, 'OBR', 2),
    patientIdentifier: requiredAt(message, 'PID', 3),
    test: { code: requiredAt(message, 'OBX', 3), display: textAt(message, 'OBX', 3, 2) },
    content: readContent(message),
    validatedAt,
    validatedBy: { hsaId: textAt(message, 'OBX', 16), name: textAt(message, 'OBX', 16, 2) },
    token: textAt(message, 'OBR', 20),
  };
}
