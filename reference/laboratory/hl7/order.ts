import type { Hl7Message } from '@medplum/core';
import { type OrderGroup, orderGroups } from './groups.ts';
import { compose, type Envelope, field, requiredOf, segment, textOf, typeOf } from './message.ts';
import { MessageError } from './message-error.ts';
import { readPatient, type ToldPatient, writePatient } from './patient.ts';
import { readTime, timestamp } from './time.ts';
import { readTest, type ToldTest, testField } from './told-test.ts';

export interface Person {
  readonly hsaId: string;
  readonly name: string;
}

/** A laboratory order as it is told between the care system and the laboratory. */
export interface LaboratoryOrder {
  /** The care system's number of it, ORC-2. */
  readonly number: string;
  readonly patient: ToldPatient;
  readonly test: ToldTest;
  /** ISO 8601, as precise as it was told. */
  readonly orderedAt: string;
  readonly orderedBy: Person;
}

/** OML^O21: a new order. */
export function writeOrder(order: LaboratoryOrder, envelope: Envelope): Hl7Message {
  const orderer = field(order.orderedBy.hsaId, order.orderedBy.name);
  return compose('OML^O21^OML_O21', envelope, [
    writePatient(order.patient),
    segment('ORC', { 1: 'NW', 2: field(order.number), 9: timestamp(order.orderedAt), 12: orderer }),
    segment('OBR', { 1: '1', 2: field(order.number), 4: testField(order.test), 16: orderer }),
  ]);
}

/** Every order of the message. */
export function readOrders(message: Hl7Message): readonly LaboratoryOrder[] {
  if (typeOf(message) !== 'OML^O21') throw notAnOrder(typeOf(message), '200', 'MSH^1^9');
  return orderGroups(message).map(readOrder);
}

function readOrder({ pid, orc, obr }: OrderGroup): LaboratoryOrder {
  if (orc === undefined) throw new MessageError('Segmentet ORC saknas till OBR.', '100', 'ORC^1');
  if (textOf(orc, 1) !== 'NW') throw notAnOrder(`med ORC-1 "${textOf(orc, 1)}"`, '103', 'ORC^1^1');
  return {
    number: requiredOf(orc, 2),
    patient: readPatient(pid),
    test: readTest(obr, 4),
    orderedAt: readTime(requiredOf(orc, 9), 'ORC-9'),
    orderedBy: { hsaId: textOf(orc, 12), name: textOf(orc, 12, 2) },
  };
}

const notAnOrder = (what: string, code: '200' | '103', location: string): MessageError =>
  new MessageError(`Meddelandet ${what} är inte en ny order.`, code, location);
