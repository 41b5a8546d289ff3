import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { CODING } from '../../../domain/codes/hl7v2.ts';
import { decimalText, readDecimal } from './decimal.ts';
import { unescapeText } from './escape.ts';
import { type OrderGroup, orderGroups } from './groups.ts';
import { compose, type Envelope, field, requiredOf, segment, textOf, typeOf } from './message.ts';
import { MessageError } from './message-error.ts';
import type { Person } from './order.ts';
import { readPatient, type ToldPatient, writePatient } from './patient.ts';
import { readMoment, timestamp } from './time.ts';
import { readTest, type ToldTest, testField } from './told-test.ts';

export type AnswerContent =
  | { readonly value: number /** UCUM */; readonly unit: string }
  | { readonly text: string };

/** A validated answer to one order. */
export interface LaboratoryAnswer {
  /** The laboratory's number of it, OBR-3. */
  readonly number: string;
  /** The care system's number of the order, OBR-2. */
  readonly orderNumber: string;
  readonly patient: ToldPatient;
  readonly test: ToldTest;
  readonly content: AnswerContent;
  /** ISO 8601 */
  readonly validatedAt: string;
  readonly validatedBy: Person;
  /** What the one who answered wants to find it again by, OBR-20. */
  readonly token: string;
}

/** ORU^R01: a final answer, as a number (NM) or as text (FT). */
export function writeAnswer(answer: LaboratoryAnswer, envelope: Envelope): Hl7Message {
  const { content } = answer;
  const validatedAt = timestamp(answer.validatedAt);
  const code = testField(answer.test);
  const orderNumber = field(answer.orderNumber);
  const number = field(answer.number);
  const observed: Readonly<Record<number, string>> =
    'text' in content
      ? { 2: 'FT', 5: field(content.text) }
      : { 2: 'NM', 5: numberText(content.value), 6: field(content.unit, content.unit, CODING.ucum) };
  return compose('ORU^R01^ORU_R01', envelope, [
    writePatient(answer.patient),
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

function numberText(value: number): string {
  const text = decimalText(value);
  if (text === undefined) throw new RangeError(`The value ${value} does not fit in OBX-5.`);
  return text;
}

/** Every answer of the message. */
export function readAnswers(message: Hl7Message): readonly LaboratoryAnswer[] {
  if (typeOf(message) !== 'ORU^R01') {
    throw new MessageError(`Meddelandet ${typeOf(message)} är inte ett slutsvar.`, '200', 'MSH^1^9');
  }
  return orderGroups(message).map(readAnswer);
}

function readAnswer({ pid, obr, obx }: OrderGroup): LaboratoryAnswer {
  const [result, ...more] = obx;
  if (result === undefined) throw new MessageError('Segmentet OBX saknas till OBR.', '100', 'OBX^1');
  if (more.length > 0) {
    throw new MessageError(
      `Svaret har ${obx.length} resultat (OBX); ett svar tas emot med ett.`,
      '100',
      `OBX^${obx.length}`,
    );
  }
  requireFinal(obr, 25);
  requireFinal(result, 11);
  return {
    number: requiredOf(obr, 3),
    orderNumber: requiredOf(obr, 2),
    patient: readPatient(pid),
    test: readTest(result, 3),
    content: readContent(result),
    validatedAt: readMoment(requiredOf(obr, 22), 'OBR-22'),
    validatedBy: { hsaId: textOf(result, 16), name: textOf(result, 16, 2) },
    token: textOf(obr, 20),
  };
}

function requireFinal(segment: Hl7Segment, place: number): void {
  const status = textOf(segment, place);
  if (status === 'F') return;
  throw new MessageError(
    `${segment.name}-${place} är "${status}": det är inte ett slutsvar.`,
    '103',
    `${segment.name}^1^${place}`,
  );
}

/** Types of OBX-2 that are text; of several lines, each may be a repetition. */
const TEXTS = new Set(['FT', 'TX', 'ST']);

function readContent(obx: Hl7Segment): AnswerContent {
  const type = requiredOf(obx, 2);
  if (TEXTS.has(type)) {
    return { text: (obx.getField(5)?.toString() ?? '').split('~').map(unescapeText).join('\n') };
  }
  const said = requiredOf(obx, 5);
  const value = type === 'NM' ? readDecimal(said) : undefined;
  if (value === undefined) {
    throw new MessageError(
      `Svaret i OBX-5, "${said}" av typen ${type}, går inte att läsa.`,
      '102',
      'OBX^1^5',
    );
  }
  if (textOf(obx, 6, 3) !== CODING.ucum) {
    throw new MessageError(
      `Enheten "${textOf(obx, 6)}" i OBX-6 är inte sagd att vara ${CODING.ucum}.`,
      '103',
      'OBX^1^6',
    );
  }
  return { value, unit: requiredOf(obx, 6) };
}
