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

export interface Person {
  readonly hsaId: string;
  readonly name: string;
}

/** A laboratory order as it is told between the care system and the laboratory. */
export interface LaboratoryOrder {
  /** The care system's number of it, ORC-2. */
  readonly number: string;
  readonly patient: {
    readonly identifier: string;
    readonly name: string;
    /** YYYY-MM-DD */
    readonly birthDate: string;
    readonly sex: 'F' | 'M' | 'U';
  };
  readonly test: { readonly code: string; readonly display: string };
  /** ISO 8601 */
  readonly orderedAt: string;
  readonly orderedBy: Person;
}

/** OML^O21: a new order. */
export function writeOrder(order: LaboratoryOrder, envelope: Envelope): Hl7Message {
  const { patient, test } = order;
  const orderer = field(order.orderedBy.hsaId, order.orderedBy.name);
  return compose('OML^O21^OML_O21', envelope, [
    segment('PID', {
      1: '1',
      3: field(patient.identifier),
      5: field(patient.name),
      7: patient.birthDate.replaceAll('-', ''),
      8: patient.sex,
    }),
    segment('ORC', { 1: 'NW', 2: field(order.number), 9: timestamp(order.orderedAt), 12: orderer }),
    segment('OBR', {
      1: '1',
      2: field(order.number),
      4: field(test.code, test.display, 'NPU'),
      16: orderer,
    }),
  ]);
}

export function readOrder(message: Hl7Message): LaboratoryOrder {
  if (typeOf(message) !== 'OML^O21' || textAt(message, 'ORC', 1) !== 'NW') {
    throw new MessageError(`Meddelandet ${typeOf(message)} är inte en ny order.`);
  }
  const orderedAt = parseHl7DateTime(requiredAt(message, 'ORC', 9));
  if (orderedAt === undefined) throw new MessageError('Tiden i ORC-9 går inte att läsa.');
  const sex = textAt(message, 'PID', 8);
  return {
    number: requiredAt(message, 'ORC', 2),
    patient: {
      identifier: requiredAt(message, 'PID', 3),
      name: textAt(message, 'PID', 5),
      birthDate: textAt(message, 'PID', 7).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
      sex: sex === 'F' || sex === 'M' ? sex : 'U',
    },
    test: { code: requiredAt(message, 'OBR', 4), display: textAt(message, 'OBR', 4, 2) },
    orderedAt,
    orderedBy: { hsaId: textAt(message, 'ORC', 12), name: textAt(message, 'ORC', 12, 2) },
  };
}
